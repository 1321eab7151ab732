import { formatFen } from '#shared/money.ts';
import type { PackageHead } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

/** Above the lines of a package: its name, its price, and what it spares against the sum of its lines. */
export function PackageHeading({ head }: { head: PackageHead | undefined }) {
  const { say } = useOrderWords();
  if (!head) return null;
  const { name, amountFen, listedFen, savingFen } = head;
  return (
    <p className="order-package">
      <strong>
        {say('jobPackage')} {name}
      </strong>
      <span className="figures">¥{formatFen(amountFen)}</span>
      {savingFen > 0 && (
        <span className="soft">
          {say('packageSaves', { listed: formatFen(listedFen), saving: formatFen(savingFen) })}
        </span>
      )}
    </p>
  );
}
