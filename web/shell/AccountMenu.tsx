import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Floating } from '../Floating.tsx';
import { Icon } from '../Icon.tsx';
import { type Preferences, prefer, usePreferences } from '../preferences.ts';
import { useSession } from '../session.ts';
import { useSignOut } from '../useSignOut.ts';
import { useWords } from '../useWords.ts';
import { type ShellWord, shellWords } from '../words.ts';

interface ChoiceProps<Name extends keyof Preferences> {
  name: Name;
  title: ShellWord;
  values: readonly [Preferences[Name], ShellWord][];
}

/** One setting of the screen: a row of two or three buttons. */
function Choice<Name extends keyof Preferences>({ name, title, values }: ChoiceProps<Name>) {
  const say = useWords(shellWords);
  const chosen = usePreferences()[name];
  return (
    <fieldset className="choice">
      <legend>{say(title)}</legend>
      {values.map(([value, word]) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => prefer({ [name]: value } as Partial<Preferences>)}
        >
          {say(word)}
        </button>
      ))}
    </fieldset>
  );
}

/** Language, light or dark and row height, for the sign-in page as well. */
export function ScreenChoices() {
  return (
    <>
      <Choice
        name="language"
        title="language"
        values={[
          ['zh-CN', 'chinese'],
          ['en', 'english'],
        ]}
      />
      <Choice
        name="theme"
        title="appearance"
        values={[
          ['light', 'light'],
          ['dark', 'dark'],
          ['system', 'system'],
        ]}
      />
      <Choice
        name="density"
        title="density"
        values={[
          ['normal', 'densityNormal'],
          ['compact', 'densityCompact'],
        ]}
      />
    </>
  );
}

export function AccountMenu({ onKeyboard }: { onKeyboard: () => void }) {
  const say = useWords(shellWords);
  const { name, post, orgUnitName } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="plain-button account"
        aria-expanded={isOpen}
        aria-label={`${say('account')} ${name}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="face" aria-hidden="true">
          {[...name].slice(-2).join('')}
        </span>
        <span className="account-name">{name}</span>
      </button>
      {isOpen && (
        <Floating anchor={button} label={say('account')} role="menu" align="end" onClose={close}>
          <p className="account-who">
            <strong>{name}</strong>
            <span className="soft">{[post, orgUnitName].filter(Boolean).join(' · ')}</span>
          </p>
          <ScreenChoices />
          <button
            type="button"
            className="menu-link for-keyboard"
            onClick={() => {
              close();
              onKeyboard();
            }}
          >
            <Icon name="keyboard" />
            <span>{say('keyboardOpen')}</span>
            <kbd>?</kbd>
          </button>
          <button
            type="button"
            className="menu-link"
            onClick={() => void signOut().then(() => navigate({ to: '/login' }))}
          >
            <Icon name="signOut" />
            <span>{say('signOut')}</span>
          </button>
        </Floating>
      )}
    </>
  );
}
