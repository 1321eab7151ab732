import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { type InspectionTemplate, templateRoutes as routes, templateGrades } from '../contract.ts';
import { useInspectionWords } from './useInspectionWords.ts';

/** A template of its own for a grade of work or a type of vehicle, begun from the one that holds for all. */
export default function NewTemplate(props: {
  from: InspectionTemplate;
  onBegun: (id: string) => void;
  onClose: () => void;
}) {
  const { from, onBegun, onClose } = props;
  const { say, sayOf } = useInspectionWords();
  const draft = useWriting(routes.draft);
  const [grade, setGrade] = useState<InspectionTemplate['grade']>('minor');
  const [vehicleType, setVehicleType] = useState('');
  const begin = () => {
    const { kind, source, sections } = from;
    const name = `${sayOf('kind', kind)} ${sayOf('grade', grade)} ${vehicleType}`.trim();
    const body = { kind, grade, vehicleType, name, source, sections };
    draft.mutate({ body }, { onSuccess: ({ id }) => id && onBegun(id) });
  };
  return (
    <Sheet title={say('newTemplate')} onClose={onClose}>
      <form
        className="inspect-new"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <ProblemNote problem={draft.error} onAgain={draft.again} />
        <label className="inspect-grade">
          <span className="soft">{say('grade')}</span>
          <select
            value={grade}
            onChange={({ target }) => setGrade(target.value as InspectionTemplate['grade'])}
          >
            {templateGrades.map((one) => (
              <option key={one} value={one}>
                {sayOf('grade', one)}
              </option>
            ))}
          </select>
        </label>
        <Input
          size="large"
          value={vehicleType}
          maxLength={60}
          aria-label={say('vehicleType')}
          placeholder={say('vehicleType')}
          onChange={({ target }) => setVehicleType(target.value.trim())}
        />
        <Button type="primary" size="large" htmlType="submit" loading={draft.isPending}>
          {say('newEdition')}
        </Button>
      </form>
    </Sheet>
  );
}
