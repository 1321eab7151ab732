import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useWords } from '#web/useWords.ts';
import { genuineWords } from '../locales/words.ts';
import { Batches } from './Batches.tsx';
import { Codes } from './Codes.tsx';
import './genuine-desk.css';
import { IssueSheet } from './IssueSheet.tsx';

/** Codes that were looked up too often first; then the batches, and any single code. */
export default function GenuinePage() {
  const say = useWords(genuineWords);
  const [address, setAddress] = useAddress();
  const [isIssuing, setIsIssuing] = useState(false);
  const { show = 'warnings', q } = address;
  return (
    <Page
      title={say('genuine')}
      actions={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setIsIssuing(true)}>
          {say('issue')}
        </Button>
      }
      filters={
        <>
          <Segmented
            value={q ? 'codes' : show}
            options={[
              { value: 'warnings', label: say('warnings') },
              { value: 'batches', label: say('batches') },
              { value: 'codes', label: say('codeList') },
            ]}
            onChange={(next) =>
              setAddress({ show: next === 'warnings' ? undefined : next, q: undefined })
            }
          />
          <Input
            allowClear
            className="genuine-desk-find"
            maxLength={40}
            prefix={<Icon name="search" />}
            placeholder={say('findHint')}
            aria-label={say('find')}
            value={q ?? ''}
            onChange={({ target }) => setAddress({ q: target.value })}
          />
        </>
      }
    >
      {show === 'batches' && !q ? (
        <Batches />
      ) : (
        <Codes q={q} state={show === 'warnings' && !q ? 'warned' : undefined} />
      )}
      {isIssuing && <IssueSheet onClose={() => setIsIssuing(false)} />}
    </Page>
  );
}
