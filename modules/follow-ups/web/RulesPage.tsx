import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StateTag } from '#web/StateTag.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type FollowUpRuleShown, followUpRuleRoutes } from '../contract.ts';
import { ruleWords } from '../locales/words-rules.ts';
import './rules.css';

/** For what occasions, when and by whom customers are called, as it holds at one's unit. */
export default function RulesPage() {
  const say = useWords(ruleWords);
  const { data, error, refetch } = useQuery(reading(followUpRuleRoutes.list, {}));
  const nameOf = (key: string | null) => data?.posts.find((post) => post.key === key)?.name ?? '';
  return (
    <Page title={say('rules')} note={say('rulesNote')}>
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {!data && !error && <Waiting label={say('rules')} />}
      {data && (
        <ul className="rule-list card">
          {data.items.map((rule) => (
            <RuleRow key={rule.occasion} rule={rule} post={nameOf(rule.postKey)} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function RuleRow({ rule, post }: { rule: FollowUpRuleShown; post: string }) {
  const say = useWords(ruleWords);
  const { occasion, isOn, earliestDays, latestDays } = rule;
  const from = say(`from_${occasion}`);
  return (
    <li className={isOn ? 'rule-row' : 'rule-row rule-row-off'}>
      <StateTag tone={isOn ? 'good' : 'plain'}>{say(isOn ? 'ruleOn' : 'ruleOff')}</StateTag>
      <div className="rule-row-what">
        <Link to={`/settings/follow-up-rules/${occasion}`} className="rule-row-link">
          {say(`occasion_${occasion}`)}
        </Link>
        <span className="soft">{rule.source}</span>
      </div>
      <div className="rule-row-terms">
        <span className="figures">
          {say('ruleDays', { from, first: earliestDays, last: latestDays })}
        </span>
        <span className="soft">
          {[
            say(`channel_${rule.channel}`),
            say('ruleTries', { most: rule.mostTries }),
            rule.agentName || post || say('ruleAnyone'),
          ].join(' · ')}
        </span>
      </div>
      <span className="rule-row-whose soft">
        <Whose rule={rule} />
      </span>
    </li>
  );
}

/** Whose rule it is: this unit's own, that of a unit above, or as shipped. */
export function Whose({ rule }: { rule: FollowUpRuleShown }) {
  const say = useWords(ruleWords);
  if (rule.isOwn) return say('ruleOwn', { edition: rule.ownEdition });
  return rule.setAt ? say('ruleFrom', { unit: rule.setAt }) : say('ruleShipped');
}
