import { Button } from 'antd';
import { useState } from 'react';
import { call, isProblem } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { auditRoutes } from '../contract.ts';
import { auditWords } from '../locales/words.ts';

/** The head of the chain as a file, to be kept where nobody of this house can change it. */
export function DownloadHead() {
  const say = useWords(auditWords);
  const tell = useTell();
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const head = await call(auditRoutes.anchor, {});
      save(`audit-${head.seq}.jsonl`, `${JSON.stringify(head)}\n`);
      tell(say('downloadWhy'));
    } catch (error) {
      tell(isProblem(error) ? error.detail : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<Icon name="download" />} loading={isBusy} onClick={() => void download()}>
      {say('download')}
    </Button>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
