import './password-strength.css';
import { type Strength, strengthOf } from '../passwordStrength.ts';
import { useWords } from '../useWords.ts';
import { type ShellWord, shellWords } from '../words.ts';

const strengthWords: Record<Strength, ShellWord> = {
  none: 'passwordHelp',
  weak: 'strengthWeak',
  fair: 'strengthFair',
  strong: 'strengthStrong',
};

/** Three bars, and the same in words. */
export function PasswordStrength(props: { password: string; ownNames: readonly string[] }) {
  const say = useWords(shellWords);
  const strength = strengthOf(props.password, props.ownNames);
  return (
    <>
      <div className={`password-meter password-${strength}`} aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <p className="soft" role="status">
        {say(strengthWords[strength])}
      </p>
    </>
  );
}
