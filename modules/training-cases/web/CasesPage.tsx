import { Input } from 'antd';
import { causeKinds, complaintKinds } from '#modules/complaints/lifecycle.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedTrainingCase, trainingCaseRoutes } from '../contract.ts';
import { trainingCaseLife } from '../lifecycle.ts';
import './training.css';
import { dayOf } from '#web/shopClock.ts';
import { useSay } from './said.ts';

function useColumns(): Column<ListedTrainingCase>[] {
  const say = useSay();
  return [
    { key: 'title', title: say('title'), isLong: true, card: 'title', show: (row) => row.title },
    { key: 'kind', title: say('kind'), width: 110, show: ({ kind }) => say(`kind_${kind}`) },
    {
      key: 'cause',
      title: say('causeKind'),
      width: 110,
      show: ({ causeKind }) => causeKind && say(`cause_${causeKind}`),
    },
    { key: 'unit', title: say('unit'), width: 180, show: (row) => row.unitName },
    { key: 'author', title: say('author'), width: 110, show: (row) => row.authorName },
    {
      key: 'published',
      title: say('publishedAt'),
      width: 120,
      show: ({ publishedAt }) => publishedAt && dayOf(publishedAt),
    },
    {
      key: 'state',
      title: say('state'),
      width: 110,
      card: 'side',
      show: ({ state, readAt }) =>
        state === 'published' ? (
          <span className={readAt ? 'soft' : 'training-unread'}>
            {say(readAt ? 'isRead' : 'isUnread')}
          </span>
        ) : (
          <span className={`training-state-${state}`}>{say(`state_${state}`)}</span>
        ),
    },
  ];
}

interface Choice {
  name: 'kind' | 'causeKind' | 'state' | 'isRead';
  label: string;
  all: string;
  options: readonly (readonly [value: string, label: string])[];
}

/** The training cases of the house: what complaints have taught (CMP-14). */
export default function CasesPage() {
  const say = useSay();
  const [address, set] = useAddress();
  const one = <Value extends string>(values: readonly Value[], given: string | undefined) =>
    values.find((value) => value === given);
  const query = {
    kind: one(complaintKinds, address.kind),
    causeKind: one(causeKinds, address.causeKind),
    state: one(trainingCaseLife.states, address.state),
    ...(address.isRead && { isRead: address.isRead === 'true' }),
    ...(address.q && { q: address.q }),
  };
  const list = useRows(trainingCaseRoutes.list, { query });
  const mayManage = mayUse(useSession(), ['complaints.supervise']);
  const choices: Choice[] = [
    {
      name: 'kind',
      label: say('kind'),
      all: say('allKinds'),
      options: complaintKinds.map((kind) => [kind, say(`kind_${kind}`)]),
    },
    {
      name: 'causeKind',
      label: say('causeKind'),
      all: say('allCauses'),
      options: causeKinds.map((cause) => [cause, say(`cause_${cause}`)]),
    },
    {
      name: 'isRead',
      label: say('readOrNot'),
      all: say('readOrNot'),
      options: [
        ['false', say('unread')],
        ['true', say('readOnes')],
      ],
    },
    {
      name: 'state',
      label: say('state'),
      all: say('allStates'),
      options: trainingCaseLife.states.map((state) => [state, say(`state_${state}`)]),
    },
  ];
  return (
    <Page
      title={say('cases')}
      filters={
        <>
          <Input.Search
            className="training-search"
            aria-label={say('search')}
            placeholder={say('searchHint')}
            maxLength={60}
            allowClear
            defaultValue={address.q}
            onSearch={(typed) => set({ q: typed.trim() || undefined })}
          />
          {choices
            .filter(({ name }) => name !== 'state' || mayManage)
            .map(({ name, label, all, options }) => (
              <select
                key={name}
                className="plain-field"
                aria-label={label}
                value={address[name] ?? ''}
                onChange={({ target }) => set({ [name]: target.value || undefined })}
              >
                <option value="">{all}</option>
                {options.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            ))}
        </>
      }
    >
      <ResourceTable
        label={say('cases')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/training-cases/${id}`}
        empty={<EmptyState icon="people" title={say('noCases')} next={say('noCasesNext')} />}
      />
    </Page>
  );
}
