import { Button } from 'antd';
import { useDialling } from '#web/dialling.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { customersWords } from '../locales/words.ts';

/** Has him called without showing his number; where only the device can dial, it has to be shown first (`onHidden`). */
export function DialButton(props: {
  customerId: string;
  phone: string;
  hasKey: boolean;
  onHidden: () => void;
}) {
  const { customerId, phone, hasKey, onHidden } = props;
  const say = useWords(customersWords);
  const dialling = useDialling();
  const dial = () => dialling.dial({ customerId, phone, onHidden });
  useHotkey(hasKey ? { keys: 'd', label: say('dial'), group: 'page', run: dial } : null);
  return (
    <>
      <Button
        size="small"
        icon={<Icon name="phone" size={15} />}
        loading={dialling.isPending}
        onClick={dial}
      >
        {say('dial')} {hasKey && <kbd className="for-keyboard">D</kbd>}
      </Button>
      <ProblemNote problem={dialling.error} onAgain={dialling.again} />
      {dialling.error?.code === 'quiet_hours' && (
        <Button
          size="small"
          loading={dialling.isPending}
          onClick={() => dialling.dial({ customerId, phone, onHidden, askedByCustomer: true })}
        >
          {say('dialAsked')}
        </Button>
      )}
    </>
  );
}
