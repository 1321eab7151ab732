import { Button, Input, Popconfirm } from 'antd';
import { useId, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type ImportBatchWhole, importRoutes } from '../contract.ts';
import { importScreenWords } from '../locales/screen-words.ts';

/** Maps kept of lists before this one: by which it is read, another one, and this one kept under a name. */
export function SavedMaps(props: {
  batch: ImportBatchWhole;
  /** What is chosen on the screen is not yet what the list is read by. */
  isChanged: boolean;
  onChoose: (importMapId: string | null) => void;
}) {
  const { batch, isChanged, onChoose } = props;
  const say = useWords(importScreenWords);
  const field = useId();
  const tell = useTell();
  const query = { kind: batch.kind, limit: 100 };
  const { rows: maps } = useRows(importRoutes.listMaps, { query });
  const keep = useWriting(importRoutes.keepMap, { touches: ['import-maps'] });
  const forget = useWriting(importRoutes.forgetMap);
  const [name, setName] = useState(batch.mapName);
  const current = maps.find((map) => map.name === batch.mapName);
  const isKnown = maps.some((map) => map.mayForget && map.name === name.trim());
  const save = () =>
    keep.mutate(
      { params: { importId: batch.id }, body: { name: name.trim() } },
      { onSuccess: (map) => tell(say('mapSaved', { name: map.name })) },
    );
  return (
    <div className="import-maps">
      {batch.mapName !== '' && (
        <p role="status" className="import-maps-used">
          <Icon name="check" /> {say('mapUsed', { name: batch.mapName })}
        </p>
      )}
      <div className="import-columns-head">
        {(maps.length > 0 || batch.mapName !== '') && (
          <label>
            {say('savedMap')}
            <select
              className="plain-field"
              value={current?.id ?? ''}
              onChange={({ target }) => onChoose(target.value || null)}
            >
              <option value="">{say('noMap')}</option>
              {maps.map(({ id, name: each }) => (
                <option key={id} value={id}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        )}
        {current?.mayForget && (
          <Popconfirm
            title={say('forgetMapSure', { name: current.name })}
            okText={say('forgetMap')}
            cancelText={say('cancel')}
            onConfirm={() =>
              forget.mutate({ params: { importMapId: current.id }, version: current.version })
            }
          >
            <Button type="text" loading={forget.isPending}>
              {say('forgetMap')}
            </Button>
          </Popconfirm>
        )}
        <form
          className="import-maps-keep"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '' && !isChanged) save();
          }}
        >
          <label htmlFor={field}>{say('mapName')}</label>
          <Input
            id={field}
            value={name}
            maxLength={80}
            placeholder={say('mapNameHint')}
            onChange={({ target }) => setName(target.value)}
          />
          <Button
            htmlType="submit"
            disabled={name.trim() === '' || isChanged}
            title={isChanged ? say('applyFirst') : undefined}
            loading={keep.isPending}
          >
            {say(isKnown ? 'saveMapAgain' : 'saveMap')}
          </Button>
        </form>
      </div>
      <ProblemNote problem={keep.error ?? forget.error} />
    </div>
  );
}
