import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { customerRoutes } from '#modules/customers/contract.ts';
import { reading } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { templateRoutes, type UsableTemplate } from '../contract.ts';
import { templateWords } from '../locales/words.ts';

/** How a template reads to a customer who is on file, and what it lacks. */
export function Preview({ templateId }: { templateId: string }) {
  const say = useWords(templateWords);
  const [q, setQ] = useState('');
  const [customerId, setCustomerId] = useState<string>();
  const found = useQuery({
    ...reading(customerRoutes.list, { query: { q, limit: 10 } }),
    enabled: q.trim() !== '',
  });
  const params = { templateId, customerId: customerId ?? '' };
  const shown = useQuery({
    ...reading(templateRoutes.preview, { params }),
    enabled: customerId !== undefined,
  });
  return (
    <section className="template-desk-preview">
      <h3>{say('preview')}</h3>
      <Select
        aria-label={say('preview')}
        showSearch={{ filterOption: false, onSearch: setQ }}
        placeholder={say('previewFind')}
        notFoundContent={null}
        value={customerId}
        onChange={setCustomerId}
        options={(found.data?.items ?? []).map(({ id, name, phone }) => ({
          value: id,
          label: [name, phone].filter(Boolean).join('　'),
        }))}
      />
      <ProblemNote problem={shown.error} />
      {shown.data && <Filled filled={shown.data} />}
    </section>
  );
}

/** The words as the customer reads them; what is missing, each with its reason. */
export function Filled(props: {
  filled: Pick<UsableTemplate, 'subject' | 'body' | 'gaps' | 'parts'>;
}) {
  const { subject, body, gaps, parts } = props.filled;
  const say = useWords(templateWords);
  return (
    <div className="template-desk-filled" role="status">
      {subject && <strong>{subject}</strong>}
      <p className="template-desk-text">{body}</p>
      {gaps.length > 0 ? (
        <div className="template-desk-refused">
          <p>{say('gaps')}</p>
          <ul>
            {gaps.map(({ word, why }) => (
              <li key={word}>
                {word}：{say(`gap_${why}`)}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="soft">
          {say('previewGood')}
          {parts > 1 && ` · ${say('previewParts', { parts })}`}
        </p>
      )}
    </div>
  );
}
