import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { tripRoutes as routes, type Trip } from '../contract.ts';
import { type Asking, changeableStates, tripPaths } from '../lifecycle.ts';
import { HandoverForm } from './HandoverForm.tsx';
import { useMobilityWords } from './useMobilityWords.ts';

const AssignSheet = lazy(async () => ({
  default: (await import('./AssignSheet.tsx')).AssignSheet,
}));
const ReasonSheet = lazy(async () => ({
  default: (await import('#web/ReasonSheet.tsx')).ReasonSheet,
}));

const TripChangeSheet = lazy(async () => ({
  default: (await import('./TripChangeSheet.tsx')).TripChangeSheet,
}));

type Opened = 'assign' | 'change' | 'cancel' | 'fail';
const touches = { touches: ['trips'] };

/** The next step of a trip, large; what the car is handed over with stands where it is to be done. */
export function TripSteps({ of }: { of: Trip }) {
  const { say } = useMobilityWords();
  const [open, setOpen] = useState<Opened | null>(null);
  const params = { tripId: of.id };
  const { version } = of;
  const setOut = useWriting(routes.setOut, touches);
  const arrive = useWriting(routes.arrive, touches);
  const takeOver = useWriting(routes.takeOver, touches);
  const finish = useWriting(routes.finish, touches);
  const fail = useWriting(routes.fail, touches);
  const cancel = useWriting(routes.cancel, touches);
  const may = (step: string) => of.steps.some((one) => one.step === step && one.allowed);
  const mayChange =
    mayUse(useSession(), ['serviceOrders.receive']) && changeableStates.includes(of.state);
  useHotkey(
    mayChange
      ? { keys: 'c', label: say('changeTrip'), group: 'page', run: () => setOpen('change') }
      : null,
  );
  useHotkey(
    may('assign')
      ? { keys: 'a', label: say('assign'), group: 'page', run: () => setOpen('assign') }
      : null,
  );
  const path = tripPaths[of.kind];
  const ways: { step: 'takeOver' | 'finish'; asks: Asking; writing: typeof finish }[] = [];
  if (may('takeOver') && path.takeOver) {
    ways.push({ step: 'takeOver', asks: path.takeOver, writing: takeOver });
  }
  const ending = path.finish[of.state];
  if (may('finish') && ending) ways.push({ step: 'finish', asks: ending, writing: finish });
  const finishWord =
    of.kind === 'onSite' ? 'finish_onSite' : of.kind === 'rescue' ? 'finish_rescue' : 'finish';
  const [way, setWay] = useState<'takeOver' | 'finish' | null>(null);
  const shown = ways.find(({ step }) => step === way) ?? (ways.length === 1 ? ways[0] : undefined);
  const reasons = ['nobodyThere', 'wrongPlace', 'cannotHelp'] as const;
  return (
    <>
      <ProblemNote problem={setOut.error} onAgain={setOut.again} />
      <ProblemNote problem={arrive.error} onAgain={arrive.again} />
      <div className="trip-steps">
        {may('setOut') && (
          <Button
            type="primary"
            size="large"
            loading={setOut.isPending}
            onClick={() => setOut.mutate({ params, version })}
          >
            {say('setOut')}
          </Button>
        )}
        {may('arrive') && (
          <Button
            type="primary"
            size="large"
            loading={arrive.isPending}
            onClick={() => arrive.mutate({ params, version })}
          >
            {say('arrive')}
          </Button>
        )}
        {ways.length > 1 &&
          ways.map(({ step }) => (
            <Button
              key={step}
              size="large"
              type={shown?.step === step ? 'primary' : 'default'}
              onClick={() => setWay(step)}
            >
              {say(step === 'finish' ? finishWord : 'takeOver')}
            </Button>
          ))}
        {may('assign') && (
          <Button
            size="large"
            type={of.driverId ? 'default' : 'primary'}
            onClick={() => setOpen('assign')}
          >
            {say(of.driverId ? 'assignAgain' : 'assign')}
            <kbd className="for-keyboard">a</kbd>
          </Button>
        )}
        {mayChange && (
          <Button size="large" onClick={() => setOpen('change')}>
            {say('changeTrip')}
            <kbd className="for-keyboard">c</kbd>
          </Button>
        )}
        {may('fail') && (
          <Button size="large" onClick={() => setOpen('fail')}>
            {say('fail')}
          </Button>
        )}
        {may('cancel') && (
          <Button size="large" onClick={() => setOpen('cancel')}>
            {say('cancel')}
          </Button>
        )}
      </div>
      {shown && (
        <Card title={say(shown.step === 'finish' ? finishWord : 'takeOver')}>
          <HandoverForm
            key={shown.step}
            asks={shown.asks}
            hasCar={of.kind !== 'onSite'}
            plate={of.plate}
            keptAs={`${of.id}.${shown.step}`}
            signer={of.contactName || of.customerName}
            submitLabel={say('confirm')}
            onSend={(body) => shown.writing.mutateAsync({ params, body, version })}
          />
        </Card>
      )}
      <Suspense fallback={null}>
        {open === 'change' && <TripChangeSheet of={of} onClose={() => setOpen(null)} />}
        {open === 'assign' && <AssignSheet of={of} onClose={() => setOpen(null)} />}
        {(open === 'fail' || open === 'cancel') && (
          <ReasonSheet
            title={say(open)}
            label={say(open === 'fail' ? 'failReason' : 'cancelReason')}
            usual={open === 'fail' ? reasons.map((one) => say(one)) : []}
            word={say(open)}
            writing={open === 'fail' ? fail : cancel}
            onReason={(reason) =>
              (open === 'fail' ? fail : cancel).mutate(
                { params, body: { reason }, version },
                { onSuccess: () => setOpen(null) },
              )
            }
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </>
  );
}
