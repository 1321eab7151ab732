import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ResourceTable } from '#web/ResourceTable.tsx';
import { StateFilter } from '#web/StateFilter.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { callCheckRuleRoutes, callCheckRoutes as routes } from '../contract.ts';
import { checkLife } from '../lifecycle.ts';
import './checks.css';
import { checkColumns } from './columns.tsx';
import { useSay } from './useCheckWords.ts';

const onlys = ['checked', 'failed', 'overdue', 'disputed'] as const;

/** What the system drew, what waits for the supervisor first; the records behind each figure (FUP-11). */
export default function ChecksPage() {
  const say = useSay();
  const [address, setAddress] = useAddress();
  const state = checkLife.states.find((one) => one === address.state);
  const only = onlys.find((one) => one === address.only);
  const { agentId, criterion, from, until } = address;
  const query = {
    ...(state && { state }),
    ...(only && { only }),
    ...(agentId && { agentId }),
    ...(criterion && { criterion }),
    ...(from && { from }),
    ...(until && { until }),
  };
  const list = useRows(routes.list, { query });
  const isNarrowed = Boolean(only || agentId || criterion || from || until);
  const all = {
    ...{ only: undefined, agentId: undefined, criterion: undefined },
    ...{ from: undefined, until: undefined },
  };
  return (
    <Page
      title={say('checks')}
      actions={
        <>
          <Link to={'/call-checks/figures' as never}>{say('toFigures')}</Link>
          <Link to={'/settings/call-checks' as never}>{say('toSettings')}</Link>
        </>
      }
      filters={
        <>
          <StateFilter
            states={checkLife.states}
            value={state}
            say={(one) => say(`state_${one}`)}
            onPick={(next) => setAddress({ state: next })}
          />
          {isNarrowed && (
            <Button size="small" onClick={() => setAddress(all)}>
              {say('clear')}
            </Button>
          )}
        </>
      }
    >
      <ResourceTable
        label={say('checks')}
        columns={checkColumns(say, false)}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/call-checks/${id}`}
        tone={(row) =>
          row.state === 'drawn' && row.isOverdue
            ? 'late'
            : row.state === 'disputed'
              ? 'warn'
              : undefined
        }
        empty={<Nothing />}
      />
    </Page>
  );
}

/** Why nothing stands here: nothing is drawn yet, or the house has not turned it on. */
function Nothing() {
  const say = useSay();
  const { data } = useQuery(reading(callCheckRuleRoutes.read, {}));
  if (data && !data.isOn) {
    return (
      <EmptyState
        icon="check"
        title={say('nothingDrawn')}
        next={say('isOff')}
        action={<Link to={'/settings/call-checks' as never}>{say('turnOn')}</Link>}
      />
    );
  }
  return <EmptyState icon="check" title={say('nothingDrawn')} next={say('nothingDrawnOn')} />;
}
