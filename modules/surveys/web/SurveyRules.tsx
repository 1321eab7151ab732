import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { questionnaireRoutes, type SurveySettings } from '../contract.ts';
import { surveySettingWords } from '../locales/words-settings.ts';

const numbers = [
  { name: 'callAfterDays', min: 0, max: 30 },
  { name: 'validDays', min: 1, max: 60 },
  { name: 'restDays', min: 0, max: 365 },
  { name: 'leastForRate', min: 1, max: 100 },
] as const;

/** How customers are asked, in the whole house. */
export function SurveyRules(props: { settings: SurveySettings; version: number }) {
  const say = useWords(surveySettingWords);
  const tell = useTell();
  const { permissions } = useSession();
  const [settings, setSettings] = useState(props.settings);
  const write = useWriting(questionnaireRoutes.setRules, { touches: ['questionnaires'] });
  const save = () =>
    write.mutate(
      { body: { settings, version: props.version } },
      { onSuccess: () => tell(say('rulesSaved')) },
    );
  return (
    <Card title={say('rules')}>
      <ProblemNote problem={write.error} onAgain={write.again} />
      <div className="survey-rules">
        <div>
          <span>{say('way')}</span>
          <Select
            aria-label={say('way')}
            value={settings.way}
            options={(['call', 'sms'] as const).map((value) => ({ value, label: say(value) }))}
            onChange={(way) => setSettings({ ...settings, way })}
            popupMatchSelectWidth={false}
          />
        </div>
        {numbers.map(({ name, min, max }) => (
          <div key={name}>
            <span>{say(name)}</span>
            <InputNumber
              min={min}
              max={max}
              precision={0}
              aria-label={say(name)}
              value={settings[name]}
              onChange={(value) =>
                setSettings({ ...settings, [name]: value ?? props.settings[name] })
              }
            />
          </div>
        ))}
        <div>
          <span>{say('sealedUntil')}</span>
          <Select
            aria-label={say('sealedUntil')}
            value={settings.sealedUntil}
            options={(['week', 'month'] as const).map((value) => ({ value, label: say(value) }))}
            onChange={(sealedUntil) => setSettings({ ...settings, sealedUntil })}
            popupMatchSelectWidth={false}
          />
        </div>
      </div>
      <div className="form-end">
        <Button
          type="primary"
          disabled={!permissions.includes('followUps.supervise')}
          loading={write.isPending}
          onClick={save}
        >
          {say('saveRules')}
        </Button>
      </div>
    </Card>
  );
}
