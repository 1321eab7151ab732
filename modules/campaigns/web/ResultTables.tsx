import { Link } from '@tanstack/react-router';
import { Money } from '#web/Money.tsx';
import { useWords } from '#web/useWords.ts';
import { type CampaignResult, type ResultLine, resultFigures } from '../contract.ts';
import { answerRule } from '../judge/window.ts';
import { resultWords } from '../locales/words-result.ts';
import './campaigns.css';
import { useSay } from './useSay.ts';

const searchOf = (query: string) => Object.fromEntries(new URLSearchParams(query)) as never;
const percent = (share: number | null) =>
  share === null ? '' : `${Math.round(share * 1000) / 10}%`;

/** What came of a campaign, group beside group and round by round; every figure opens its records. */
export default function ResultTables({ result }: { result: CampaignResult }) {
  const say = useWords(resultWords);
  const why = useSay();
  const { sides, rounds, leftOut } = result;
  const isDrawn = sides.some(({ side }) => side === 'heldBack');
  return (
    <div className="campaign-result">
      <table aria-label={say('result')}>
        <Head first={say('side')} second={say('customers')} />
        <tbody>
          {sides.map((line) => (
            <tr key={line.side}>
              <th scope="row">
                {say(`side_${line.side}`)}
                <span className="soft">{say(`sideHow_${line.side}`)}</span>
              </th>
              <td data-label={say('customers')} className="figures">
                <Link to="/campaign-results" search={searchOf(line.records)}>
                  {line.customers}
                </Link>
              </td>
              <Cells line={line} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={isDrawn ? 'campaign-hint' : 'campaign-warn'}>
        {say(isDrawn ? 'compareDrawn' : 'compareNot')}
      </p>
      {leftOut.length > 0 && (
        <p className="soft">
          {say('leftOutWhy')}：
          {leftOut
            .map(({ reason, customers }) => `${why(`left_${reason}`)} ${customers}`)
            .join('、')}
        </p>
      )}
      {rounds.length > 1 && (
        <>
          <h3>{say('byRound')}</h3>
          <table aria-label={say('byRound')}>
            <Head first={say('told')} second={say('reached')} />
            <tbody>
              {rounds.map(({ way, fromOn, told, reached }) => (
                <tr key={way}>
                  <th scope="row">
                    {why(way)} {fromOn}
                    <span className="soft">
                      {say('told')} {told}
                    </span>
                  </th>
                  <td data-label={say('reached')} className="figures">
                    <Link to="/campaign-results" search={searchOf(reached.records)}>
                      {reached.customers}
                    </Link>
                  </td>
                  <Cells line={reached} />
                </tr>
              ))}
            </tbody>
          </table>
          <p className="soft">{say('roundsNote')}</p>
        </>
      )}
      <p className="soft">
        {say('figureHow', { answerDays: answerRule.days })} {say('counting')}。
      </p>
    </div>
  );
}

function Head({ first, second }: { first: string; second: string }) {
  const say = useWords(resultWords);
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{second}</th>
        {resultFigures.map((figure) => (
          <th key={figure} scope="col">
            {say(`figure_${figure}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ line }: { line: ResultLine }) {
  const say = useWords(resultWords);
  return line.cells.map(({ figure, customers, share, fen, records }) => (
    <td key={figure} data-label={say(`figure_${figure}`)} className="figures">
      {customers === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Link to="/campaign-results" search={searchOf(records)}>
          {figure === 'spent' ? <Money fen={fen} /> : customers}{' '}
          <span className="soft">
            {figure === 'spent' ? say('people', { count: customers }) : percent(share)}
          </span>
        </Link>
      )}
    </td>
  ));
}
