import { Button, Checkbox, Form, type FormInstance, Input } from 'antd';
import { normalisePlate, readPlate } from '#shared/plates.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { useLanguage, useWords } from '#web/useWords.ts';
import { vehiclesWords } from '../locales/words.ts';
import './vehicles.css';

/** A plate with what is wrong with it said while typing, what was probably meant, and a way to keep it all the same. */
export function PlateInput(props: { form: FormInstance; label: string; autoFocus?: boolean }) {
  const { form, label, autoFocus } = props;
  const say = useWords(vehiclesWords);
  const language = useLanguage();
  const typed: string = Form.useWatch('plate', form) ?? '';
  const isKept: boolean = Form.useWatch('plateAsTyped', form) ?? false;
  const read = readPlate(typed);
  const isLong = normalisePlate(typed).length >= 7;
  const fault = read.kind === 'faulty' && isLong ? read : undefined;
  const meant = fault?.suggestion;
  return (
    <>
      <Form.Item
        name="plate"
        label={label}
        rules={[{ required: true, whitespace: true, message: say('plateNeeded') }]}
        validateStatus={fault && !isKept ? 'warning' : undefined}
        help={fault && !isKept ? fault.hint[language] : undefined}
      >
        <Input
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          autoFocus={autoFocus}
          placeholder="粤C12345"
          suffix={read.kind === 'plate' ? <PlateTag plate={read.plate} /> : <span />}
        />
      </Form.Item>
      {meant && (
        <Button
          size="small"
          className="vehicle-plate-meant"
          onClick={() => form.setFieldValue('plate', meant)}
        >
          {say('useSuggestion', { plate: meant })}
        </Button>
      )}
      <Form.Item name="plateAsTyped" valuePropName="checked" hidden={!fault && !isKept}>
        <Checkbox>{say('plateAsTyped')}</Checkbox>
      </Form.Item>
    </>
  );
}
