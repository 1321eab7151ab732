import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Counted } from '../contract.ts';
import type { Standing } from '../lifecycle.ts';
import { figureSaid } from '../locales/said-figures.ts';
import { useSay } from './said.ts';

const compared = ['received', 'answeredInTime', 'closedInTime', 'resolved', 'satisfied'] as const;

export interface UnitLine {
  unitId: string;
  unitName: string;
  standing: Standing;
  reportId: string | null;
  note?: ReactNode;
  counted: Counted | null;
}

/** Units beside each other, each opening its report, and what they add up to. */
export function Units(props: {
  label: string;
  units: readonly UnitLine[];
  own?: Counted;
  total: Counted;
  totalName: string;
}) {
  const { label, units, own, total, totalName } = props;
  const say = useSay();
  return (
    <div className="upward-table">
      <table aria-label={label}>
        <thead>
          <tr>
            <th>{say('unit')}</th>
            <th>{say('state')}</th>
            {compared.map((key) => (
              <th key={key} className="upward-number">
                {say(`figure_${key}`)}
              </th>
            ))}
            <th className="upward-number">{say('overdue')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitId, unitName, standing, reportId, note, counted }) => (
            <tr key={unitId}>
              <th>
                {reportId ? (
                  <Link
                    to="/complaint-reports/$complaintReportId"
                    params={{ complaintReportId: reportId } as never}
                  >
                    {unitName}
                  </Link>
                ) : (
                  unitName
                )}
              </th>
              <td>
                <span className={`upward-${standing}`}>{say(`standing_${standing}`)}</span>
                {note && <span className="soft"> {note}</span>}
              </td>
              <Cells counted={counted} />
            </tr>
          ))}
          {own && (
            <tr>
              <th>{say('own')}</th>
              <td />
              <Cells counted={own} />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th>{totalName}</th>
            <td />
            <Cells counted={total} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cells({ counted }: { counted: Counted | null }) {
  return (
    <>
      {compared.map((key) => {
        const figure = counted?.figures.find((each) => each.key === key);
        return (
          <td key={key} className="upward-number">
            {figure ? figureSaid(figure) : '–'}
          </td>
        );
      })}
      <td className="upward-number">{counted ? counted.overdue : '–'}</td>
    </>
  );
}
