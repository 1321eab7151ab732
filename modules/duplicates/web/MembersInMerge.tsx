import { formatFen } from '#shared/money.ts';
import { grouped } from '#web/figures.ts';
import { Card } from '#web/Page.tsx';
import { useWords } from '#web/useWords.ts';
import type { MergePreview, UndoPreview } from '../contract.ts';
import type { Standing } from '../contract-members.ts';
import { duplicatesWords } from '../locales/words.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;

/** What each has as a member, and what the one that stays will have. */
export function MembersInMerge({ members }: { members: NonNullable<MergePreview['members']> }) {
  const say = useWords(duplicatesWords);
  const { kept, gone, result } = members;
  const rows: [string, (standing: Standing) => string][] = [
    [say('memberNumber'), ({ number }) => number],
    [say('tier'), ({ tierName }) => tierName],
    [say('principal'), ({ principalFen }) => yuan(principalFen)],
    [say('gift'), ({ giftFen }) => yuan(giftFen)],
    [say('points'), ({ points }) => grouped(points)],
    [say('packages'), ({ packages, uses }) => say('packagesLeft', { packages, uses })],
  ];
  const cell = (standing: Standing | null, of: (standing: Standing) => string) =>
    standing ? of(standing) : '—';
  return (
    <Card title={say('members')}>
      <p className="soft">{say('membersNext')}</p>
      <div className="duplicates-members">
        <table className="duplicates-hanging">
          <thead>
            <tr>
              <th scope="col" aria-label={say('members')} />
              <th scope="col">{say('keptSide')}</th>
              <th scope="col">{say('goneSide')}</th>
              <th scope="col">{say('afterMerge')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, of]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="figures">{cell(kept, of)}</td>
                <td className="figures">{cell(gone, of)}</td>
                <td className="figures">
                  <strong>{of(result)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** What undoing gives back to the member who went into another. */
export function MembersBack({ members }: { members: NonNullable<UndoPreview['members']> }) {
  const say = useWords(duplicatesWords);
  const { principalFen, giftFen, points, uses } = members;
  return (
    <p>
      {say('membersBack', {
        principal: yuan(principalFen),
        gift: yuan(giftFen),
        points: grouped(points),
        uses,
      })}
    </p>
  );
}
