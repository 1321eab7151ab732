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

/** What may be done, with every way to it; a later registration of the same keys stands for the earlier one. */
function waysOf(hotkeys: readonly Hotkey[], group: HotkeyGroup): [label: string, keys: string[]][] {
  const byKeys = new Map(hotkeys.filter(({ hidden }) => !hidden).map((key) => [key.keys, key]));
  const ways = new Map<string, string[]>();
  for (const { keys, label, group: own } of byKeys.values()) {
    if (own === group) ways.set(label, [...(ways.get(label) ?? []), keys]);
  }
  return [...ways];
}

/** All keys that work right now on this page. */
export function KeyboardSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(shellWords);
  const hotkeys = useRegisteredHotkeys();
  return (
    <Sheet title={say('keyboard')} onClose={onClose}>
      <div className="key-groups">
        {groups.map(([group, word]) => {
          const own = waysOf(hotkeys, group);
          if (own.length === 0) return null;
          return (
            <section key={group}>
              <h3>{say(word)}</h3>
              <dl>
                {own.map(([label, ways]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      {ways.map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
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
