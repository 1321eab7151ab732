import { useId, useState } from 'react';
import { Icon } from '../Icon.tsx';
import { Sheet } from '../Sheet.tsx';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { FoundOption } from './FoundOption.tsx';
import { Keys } from './KeyboardSheet.tsx';
import { useChoices } from './useChoices.ts';
import { type Choice, commandsLike, useShellCommands } from './useShellCommands.ts';

interface CommandListProps {
  id: string;
  commands: readonly Choice[];
  index: number;
  onPoint: (index: number) => void;
  onRun: (choice: Choice) => void;
}

/** Commands under an input, in the palette and in the search box after `>`. */
export function CommandList({ id, commands, index, onPoint, onRun }: CommandListProps) {
  const say = useWords(shellWords);
  if (commands.length === 0) return <p className="found-none">{say('paletteNothing')}</p>;
  return (
    <div id={id} role="listbox" aria-label={say('palette')} className="found">
      {commands.map((command, at) => (
        <FoundOption
          key={command.key}
          id={`${id}-${at}`}
          isChosen={at === index}
          onPoint={() => onPoint(at)}
          onOpen={() => onRun(command)}
        >
          <Icon name={command.icon} />
          <span className="found-title">{command.label}</span>
          {command.keys && <Keys keys={command.keys} />}
        </FoundOption>
      ))}
    </div>
  );
}

/** Everything that can be done from here, by name (Ctrl+Shift+P). */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const say = useWords(shellWords);
  const id = useId();
  const [typed, setTyped] = useState('');
  const commands = commandsLike(useShellCommands(), typed);
  const run = (choice: Choice) => {
    onClose();
    choice.run();
  };
  const { index, setIndex, onKeyDown } = useChoices(commands, run);
  return (
    <Sheet title={say('palette')} place="top" bare onClose={onClose}>
      <div className="palette-input">
        <Icon name="command" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={`${id}-${index}`}
          aria-label={say('palette')}
          placeholder={say('paletteHint')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="plain-button" aria-label={say('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <CommandList id={id} commands={commands} index={index} onPoint={setIndex} onRun={run} />
    </Sheet>
  );
}
