import { changeSetting, versionedSetting } from '#modules/organisation/server/index.ts';
import { topPath } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { CurrentQuestionnaire, Questionnaire, questionnaireRoutes } from '../contract.ts';
import { questionnaireEvents, surveyRuleEvents } from '../events.ts';
import { type Occasion, occasions } from '../lifecycle.ts';
import { shippedQuestionnaires } from './defaults.ts';
import { refuseUnfit } from './judge.ts';
import { addEdition, currentEdition, currentEditions, type QuestionnaireRow } from './queries.ts';
import { defaultSettings, settingsKey } from './rules.ts';

/** The edition that is asked today; a house that published none takes the shipped one as its first. */
export async function editionToAsk(work: Work, occasion: Occasion): Promise<QuestionnaireRow> {
  const found = await currentEdition(work, occasion);
  if (found) return found;
  const { content, source } = shippedQuestionnaires[occasion];
  const row = { id: newId(work.now), occasion, edition: 1, content: JSON.stringify(content) };
  await addEdition(work, { ...row, source });
  return (await currentEdition(work, occasion))!;
}

/** What is asked on each occasion, and how surveys are run. */
export async function shownQuestionnaires(work: Work) {
  const rows = new Map((await currentEditions(work)).map((row) => [row.occasion, row]));
  const { value: settings, version: settingsVersion } = await surveySettingsHere(work);
  return {
    items: occasions.map((occasion): CurrentQuestionnaire => {
      const row = rows.get(occasion);
      const shipped = shippedQuestionnaires[occasion];
      return {
        occasion,
        edition: row?.edition ?? 0,
        content: row?.content ?? shipped.content,
        source: row?.source ?? shipped.source,
        publishedAt: row?.createdAt.toISOString() ?? null,
        publishedByName: row?.createdByName ?? null,
        earlier: Math.max(0, (row?.edition ?? 0) - 1),
      };
    }),
    settings,
    settingsVersion,
  };
}

/** Of the whole house, as it stands at its top. */
const surveySettingsHere = (work: Work) =>
  versionedSetting(work, settingsKey, topPath, defaultSettings);

/** A new edition beside the earlier ones, for who has seen the last (`edition_stale`). */
export async function publish(
  work: Work,
  { occasion, basedOn, content }: BodyOf<typeof questionnaireRoutes.publish>,
): Promise<Questionnaire> {
  refuseUnfit(content);
  const last = await currentEdition(work, occasion);
  const edition = (last?.edition ?? 0) + 1;
  if ((last?.edition ?? 0) !== basedOn) throw new Problem(409, 'edition_stale');
  const id = newId(work.now);
  const row = { id, occasion, edition, content: JSON.stringify(content), source: '' };
  if (!(await addEdition(work, row))) throw new Problem(409, 'edition_stale');
  const told = { questionnaireId: id, occasion, edition };
  const about = { type: 'questionnaire', id, orgPath: topPath };
  await work.emit(questionnaireEvents.published, told, about);
  const publishedByName = work.actor.kind === 'user' ? work.actor.name : null;
  const publishedAt = work.now.toISOString();
  return { id, occasion, edition, content, source: '', publishedAt, publishedByName };
}

/** How the whole house asks, for who has seen how it stands. @throws Problem 412 `version_stale` */
export async function setRules(
  work: Work,
  { settings, version: seen }: BodyOf<typeof questionnaireRoutes.setRules>,
) {
  const given = { key: settingsKey, orgPath: topPath, value: settings, seen };
  const version = await changeSetting(work, given);
  const about = { type: 'surveyRules', id: work.actor.tenantId, orgPath: topPath };
  await work.emit(surveyRuleEvents.set, { version }, about);
  return { settings, version };
}
