import { Button } from 'antd';
import type { InspectionSheet, Missing, SheetSection } from '../contract.ts';
import { SheetItemRow } from './SheetItemRow.tsx';
import { useInspectionWords } from './useInspectionWords.ts';
import { fieldOf, type SheetAtHand, type SheetFields } from './useSheet.ts';

export interface SectionProps {
  record: InspectionSheet;
  atHand: SheetAtHand;
  isOpen: boolean;
  mayOffer: boolean;
  missing: readonly Missing[];
}

/** Section after section; what is not yet judged in one is good by one tap. */
export function SheetSections(props: SectionProps) {
  return props.record.sections.map((section) => (
    <Section key={section.title} section={section} {...props} />
  ));
}

function Section({ section, ...props }: SectionProps & { section: SheetSection }) {
  const { say } = useInspectionWords();
  const { atHand, isOpen } = props;
  // A reading is nobody's guess: such an item is judged by itself.
  const rest = section.items.filter(({ key, unit }) => {
    const { light, reading } = atHand.answerOf(key);
    return light === 'open' && (unit === '' || reading !== null);
  });
  const makeGreen = () => {
    const change: Partial<SheetFields> = {};
    for (const { key } of rest) change[fieldOf(key)] = { ...atHand.answerOf(key), light: 'green' };
    atHand.change(change);
  };
  return (
    <section className="inspect-section" aria-label={section.title}>
      <header className="inspect-section-head">
        <h2>{section.title}</h2>
        {isOpen && rest.length > 0 && (
          <Button size="large" onClick={makeGreen}>
            {say('allGreen')}
          </Button>
        )}
      </header>
      {section.items.map((item) => (
        <SheetItemRow key={item.key} item={item} {...props} />
      ))}
    </section>
  );
}
