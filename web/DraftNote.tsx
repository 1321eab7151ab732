import { Button, type FormInstance } from 'antd';
import type { Draft } from './useDraft.ts';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** Above a form that found unsent text: says so, and offers to begin anew with what the page handed in. */
export function DraftNote<Value>(props: {
  draft: Draft<Value>;
  form: FormInstance<Value>;
  /** What an untouched form holds. */
  empty: Value;
}) {
  const { draft, form, empty } = props;
  const say = useWords(shellWords);
  if (!draft.isRestored) return null;
  const beginAnew = () => {
    draft.clear();
    form.resetFields();
    form.setFieldsValue(empty as Parameters<typeof form.setFieldsValue>[0]);
  };
  return (
    <p className="draft-note soft">
      {say('draftKept')}
      <Button type="link" size="small" onClick={beginAnew}>
        {say('draftDrop')}
      </Button>
    </p>
  );
}
