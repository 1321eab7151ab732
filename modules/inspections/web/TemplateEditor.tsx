import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { inspectionMethods } from '#modules/service-orders/contract.ts';
import { newKey, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useDraft } from '#web/useDraft.ts';
import {
  type InspectionTemplate,
  templateRoutes as routes,
  type TemplateItem,
  type TemplateSection,
} from '../contract.ts';
import { useInspectionWords } from './useInspectionWords.ts';

type Typed = Pick<InspectionTemplate, 'name' | 'source' | 'sections'>;

const blankItem = (): TemplateItem => ({
  ...{ key: newKey(), name: '', method: 'look', unit: '', low: null, high: null, jobCode: '' },
});
const isBlank = ({ name }: TemplateItem) => name.trim() === '';

/** What was begun and left without a name is not asked. */
const written = ({ name, source, sections }: Typed): Typed => ({
  name,
  source,
  sections: sections
    .map(({ title, items }) => ({ title, items: items.filter((item) => !isBlank(item)) }))
    .filter(({ title, items }) => title.trim() !== '' && items.length > 0),
});

/** A draft is written on here, kept on this device until it is saved, and published as a whole. */
export default function TemplateEditor(props: {
  template: InspectionTemplate;
  onClose: () => void;
}) {
  const { template, onClose } = props;
  const { say, sayOf } = useInspectionWords();
  const { name, source, sections } = template;
  const draft = useDraft<Typed>(`inspection-template.${template.id}`, { name, source, sections });
  const [typed, setTyped] = useState(draft.initial);
  const save = useWriting(routes.change);
  const publish = useWriting(routes.publish);
  const params = { inspectionTemplateId: template.id ?? '' };
  const put = (more: Partial<Typed>) => {
    const next = { ...typed, ...more };
    setTyped(next);
    draft.keep(next);
  };
  const putSection = (at: number, more: Partial<TemplateSection>) =>
    put({
      sections: typed.sections.map((one, each) => (each === at ? { ...one, ...more } : one)),
    });
  const asSaved = (done: (version: number) => void) =>
    save.mutate(
      { params, body: written(typed), version: template.version ?? 1 },
      {
        onSuccess: (saved) => {
          draft.clear();
          done(saved.version ?? 1);
        },
      },
    );
  const isWritten = typed.name.trim() !== '' && typed.source.trim() !== '';
  const canSave = isWritten && written(typed).sections.length > 0;
  return (
    <Sheet
      title={`${sayOf('kind', template.kind)} · ${sayOf('grade', template.grade)} · ${say('edition', { edition: template.edition })}`}
      place="whole"
      onClose={onClose}
    >
      <div className="inspect-editor">
        <ProblemNote problem={save.error ?? publish.error} />
        <div className="inspect-editor-line">
          <span className="soft">{say('name')}</span>
          <Input
            aria-label={say('name')}
            value={typed.name}
            maxLength={80}
            onChange={({ target }) => put({ name: target.value })}
          />
        </div>
        <div className="inspect-editor-line">
          <span className="soft">{say('source')}</span>
          <Input.TextArea
            className="grows"
            rows={2}
            aria-label={say('source')}
            value={typed.source}
            maxLength={300}
            onChange={({ target }) => put({ source: target.value })}
          />
        </div>
        {typed.sections.map((section, at) => (
          <SectionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: sections have no other name while they are written
            key={at}
            section={section}
            onChange={(more) => putSection(at, more)}
            onRemove={() => put({ sections: typed.sections.filter((_, each) => each !== at) })}
          />
        ))}
        <Button
          disabled={typed.sections.length >= 20}
          onClick={() =>
            put({ sections: [...typed.sections, { title: '', items: [blankItem()] }] })
          }
        >
          {say('addSection')}
        </Button>
        <div className="inspect-editor-end">
          <span className="soft">{say('publishSure')}</span>
          <Button loading={save.isPending} disabled={!canSave} onClick={() => asSaved(onClose)}>
            {say('save')}
          </Button>
          <Button
            type="primary"
            loading={save.isPending || publish.isPending}
            disabled={!canSave}
            onClick={() =>
              asSaved((version) => publish.mutate({ params, version }, { onSuccess: onClose }))
            }
          >
            {say('publish')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function SectionFields(props: {
  section: TemplateSection;
  onChange: (more: Partial<TemplateSection>) => void;
  onRemove: () => void;
}) {
  const { section, onChange, onRemove } = props;
  const { say } = useInspectionWords();
  const { items } = section;
  const putItem = (at: number, more: Partial<TemplateItem>) =>
    onChange({ items: items.map((one, each) => (each === at ? { ...one, ...more } : one)) });
  return (
    <fieldset className="inspect-editor-section">
      <div className="inspect-editor-title">
        <Input
          value={section.title}
          maxLength={80}
          aria-label={say('sectionTitle')}
          placeholder={say('sectionTitle')}
          onChange={({ target }) => onChange({ title: target.value })}
        />
        <Button type="text" onClick={onRemove}>
          {say('remove')}
        </Button>
      </div>
      {items.map((item, at) => (
        <ItemFields
          key={item.key}
          item={item}
          onChange={(more) => putItem(at, more)}
          onRemove={() => onChange({ items: items.filter((one) => one !== item) })}
        />
      ))}
      <Button
        size="small"
        type="text"
        icon={<Icon name="plus" size={16} />}
        disabled={items.length >= 60}
        onClick={() => onChange({ items: [...items, blankItem()] })}
      >
        {say('addItem')}
      </Button>
    </fieldset>
  );
}

function ItemFields(props: {
  item: TemplateItem;
  onChange: (more: Partial<TemplateItem>) => void;
  onRemove: () => void;
}) {
  const { item, onChange, onRemove } = props;
  const { say, sayOf } = useInspectionWords();
  const words = (field: 'name' | 'unit' | 'jobCode', label: string, maxLength: number) => (
    <Input
      className={`inspect-field-${field}`}
      value={item[field]}
      maxLength={maxLength}
      aria-label={label}
      placeholder={label}
      onChange={({ target }) => onChange({ [field]: target.value })}
    />
  );
  const limit = (field: 'low' | 'high', label: string) => (
    <InputNumber
      value={item[field]}
      min={-1_000_000}
      max={1_000_000}
      controls={false}
      disabled={item.unit === ''}
      aria-label={label}
      placeholder={label}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <div className="inspect-editor-item">
      {words('name', say('item'), 120)}
      <select
        value={item.method}
        aria-label={say('method')}
        onChange={({ target }) => onChange({ method: target.value as TemplateItem['method'] })}
      >
        {inspectionMethods.map((method) => (
          <option key={method} value={method}>
            {sayOf('method', method)}
          </option>
        ))}
      </select>
      {words('unit', say('unit'), 20)}
      {limit('low', say('low'))}
      {limit('high', say('high'))}
      {words('jobCode', say('jobCode'), 40)}
      <button
        type="button"
        className="plain-button"
        aria-label={`${say('remove')} ${item.name}`}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
