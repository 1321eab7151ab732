import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { keyTagWords } from '../locales/words.ts';

const TagSheet = lazy(() => import('./TagSheet.tsx'));

/** For who receives the car: the sticker for its key, by `y` (钥匙) too. */
export default function KeyTag({ orderId }: { orderId: string }) {
  return mayUse(useSession(), ['serviceOrders.receive']) ? <Opener orderId={orderId} /> : null;
}

function Opener({ orderId }: { orderId: string }) {
  const say = useWords(keyTagWords);
  const [isOpen, setIsOpen] = useState(false);
  const open = () => flushSync(() => setIsOpen(true));
  useHotkey({ keys: 'y', label: say('tag'), group: 'page', run: open });
  return (
    <>
      <Button icon={<Icon name="print" />} onClick={open}>
        {say('tag')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <TagSheet orderId={orderId} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
