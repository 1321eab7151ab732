import { type Hotkey, type HotkeyGroup, useRegisteredHotkeys } from '../hotkeys.ts';
import { Sheet } from '../Sheet.tsx';
import { useWords } from '../useWords.ts';
import { type ShellWord, shellWords } from '../words.ts';

const groups: readonly [HotkeyGroup, ShellWord][] = [
  ['page', 'keyGroupPage'],
  ['list', 'keyGroupList'],
  ['everywhere', 'keyGroupEverywhere'],
];

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const caps: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  Enter: '↵',
};
const cap = (key: string) => caps[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** `mod+k` and `g c` drawn as the keys that are pressed. */
export function Keys({ keys }: { keys: string }) {
  const say = useWords(shellWords);
  return (
    <span className="keys">
      {keys.split(' ').map((chord, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sequence may hold the same key twice
        <span key={at}>
          {at > 0 && <small>{say('keyThen')}</small>}
          {chord.split('+').map((key) => (
            <kbd key={key}>{cap(key)}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

/** A later registration of the same keys stands for the earlier one. */
function inForce(hotkeys: readonly Hotkey[], group: HotkeyGroup): Hotkey[] {
  const byKeys = new Map(hotkeys.filter((key) => !key.hidden).map((key) => [key.keys, key]));
  return [...byKeys.values()].filter((hotkey) => hotkey.group === group);
}

/** All keys that work right now on this page. */
export function KeyboardSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(shellWords);
  const hotkeys = useRegisteredHotkeys();
  return (
    <Sheet title={say('keyboard')} onClose={onClose}>
      <div className="key-groups">
        {groups.map(([group, word]) => {
          const own = inForce(hotkeys, group);
          if (own.length === 0) return null;
          return (
            <section key={group}>
              <h3>{say(word)}</h3>
              <dl>
                {own.map(({ keys, label }) => (
                  <div key={keys}>
                    <dt>{label}</dt>
                    <dd>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Sheet>
  );
}
