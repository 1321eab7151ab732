import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { Waiting } from '#web/Waiting.tsx';
import {
  type InspectionTemplate,
  templateRoutes as routes,
  type SheetKind,
  sheetKinds,
} from '../contract.ts';
import './templates.css';
import { useInspectionWords } from './useInspectionWords.ts';

const TemplateEditor = lazy(() => import('./TemplateEditor.tsx'));
const NewTemplate = lazy(() => import('./NewTemplate.tsx'));

/** What an inspection asks, edition by edition: what is published is replaced, never changed. */
export default function TemplatesPage() {
  const { say, sayOf } = useInspectionWords();
  const [address, setAddress] = useAddress();
  const kind = (address.kind ?? 'intake') as SheetKind;
  const { data, error, isPending } = useQuery(reading(routes.list, {}));
  const draft = useWriting(routes.draft);
  const [isNew, setNew] = useState(false);
  const edited = data?.items.find(({ id }) => id !== null && id === address.edit);
  const shown = data?.items.filter((one) => one.kind === kind) ?? [];
  const general = shown.find(
    ({ grade, vehicleType, standing }) =>
      grade === '' && vehicleType === '' && standing === 'current',
  );
  const hasDraft = (of: InspectionTemplate) =>
    shown.some(
      (one) =>
        one.standing === 'draft' && one.grade === of.grade && one.vehicleType === of.vehicleType,
    );
  const begin = ({ grade, vehicleType, name, source, sections }: InspectionTemplate) =>
    draft.mutate(
      { body: { kind, grade, vehicleType, name, source, sections } },
      { onSuccess: ({ id }) => setAddress({ edit: id ?? undefined }) },
    );
  return (
    <Page
      title={say('templates')}
      actions={
        <Button disabled={!general} onClick={() => setNew(true)}>
          {say('newTemplate')}
        </Button>
      }
    >
      <p className="soft">{say('templatesHint')}</p>
      <Segmented
        size="large"
        value={kind}
        aria-label={say('kind')}
        onChange={(value) => setAddress({ kind: value === 'intake' ? undefined : value })}
        options={sheetKinds.map((value) => ({ value, label: sayOf('kind', value) }))}
      />
      <ProblemNote problem={error ?? draft.error} onAgain={draft.again} />
      {isPending && <Waiting />}
      <div className="inspect-templates">
        {shown.map((template) => (
          <TemplateCard
            key={template.id ?? `${template.kind}${template.grade}`}
            template={template}
            isBusy={draft.isPending}
            onDraft={hasDraft(template) ? undefined : () => begin(template)}
            onEdit={() => setAddress({ edit: template.id ?? undefined })}
          />
        ))}
      </div>
      {isNew && general && (
        <Suspense fallback={null}>
          <NewTemplate
            from={general}
            onClose={() => setNew(false)}
            onBegun={(edit) => {
              setNew(false);
              setAddress({ edit });
            }}
          />
        </Suspense>
      )}
      {edited?.standing === 'draft' && (
        <Suspense fallback={null}>
          <TemplateEditor
            key={edited.id}
            template={edited}
            onClose={() => setAddress({ edit: undefined })}
          />
        </Suspense>
      )}
    </Page>
  );
}

function TemplateCard(props: {
  template: InspectionTemplate;
  isBusy: boolean;
  onDraft: (() => void) | undefined;
  onEdit: () => void;
}) {
  const { template, isBusy, onDraft, onEdit } = props;
  const { say, sayOf } = useInspectionWords();
  const { grade, vehicleType, standing, edition, sections, publishedAt, publishedByName } =
    template;
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Card
      title={template.name}
      actions={
        standing === 'draft' ? (
          <Button type="primary" onClick={onEdit}>
            {say('edit')}
          </Button>
        ) : (
          standing === 'current' &&
          onDraft && (
            <Button loading={isBusy} onClick={onDraft}>
              {say('newEdition')}
            </Button>
          )
        )
      }
    >
      <p>
        <b className={standing === 'current' ? 'inspect-current' : 'soft'}>
          {sayOf('standing', standing)}
        </b>{' '}
        {say('edition', { edition })} · {sayOf('grade', grade)}
        {vehicleType && ` · ${vehicleType}`} · {say('items', { count })}
        <span className="soft">
          {' '}
          {publishedAt
            ? `${publishedByName} ${fullTime(publishedAt)}`
            : standing !== 'draft' && say('house')}
        </span>
      </p>
      <p className="soft inspect-template-source">
        {say('source')}：{template.source}
      </p>
      <details>
        <summary>{sections.map(({ title }) => title).join('、')}</summary>
        {sections.map(({ title, items }) => (
          <p key={title}>
            <b>{title}</b> {items.map((item) => named(item)).join('、')}
          </p>
        ))}
      </details>
    </Card>
  );
}

function named({ name, unit, low, high }: InspectionTemplate['sections'][number]['items'][number]) {
  const limits = [low !== null && `≥ ${low}`, high !== null && `≤ ${high}`].filter(Boolean);
  return unit === '' ? name : `${name}（${[...limits, unit].join(' ')}）`;
}
