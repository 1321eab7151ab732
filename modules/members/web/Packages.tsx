import { Button } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type Membership, memberRoutes as routes } from '../contract.ts';
import { useMemberWords } from './useMemberWords.ts';

/** What is left of each package; one press uses one. */
export function Packages(props: { membership: Membership; mayUse: boolean }) {
  const { membership, mayUse } = props;
  const { say } = useMemberWords();
  const tell = useTell();
  const use = useWriting(routes.usePackage);
  const open = membership.packages.filter(
    ({ isRefunded, items }) => !isRefunded && items.some(({ left }) => left > 0),
  );
  if (open.length === 0) return null;
  const params = { membershipId: membership.id };
  const take = (packageItemId: string, name: string) =>
    use.mutate(
      { params, body: { packageItemId } },
      { onSuccess: () => tell(`${name} · ${say('useOne')}`) },
    );
  return (
    <section className="member-part">
      <h3>{say('packages')}</h3>
      <ProblemNote problem={use.error} onAgain={use.again} />
      <ul className="member-lines">
        {open.flatMap((each) =>
          each.items.map((item) => (
            <li key={item.id}>
              <span className="member-line-name">
                {each.name === item.name ? item.name : `${each.name} · ${item.name}`}
              </span>
              <span className="figures">{say('left', { left: item.left, uses: item.uses })}</span>
              <span className="soft">{say('packageExpires', { on: each.expiresOn })}</span>
              {mayUse && (
                <Button
                  size="small"
                  disabled={item.left === 0 || use.isPending}
                  onClick={() => take(item.id, item.name)}
                >
                  {say('useOne')}
                </Button>
              )}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
