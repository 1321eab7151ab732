import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { partIssueRoutes, partRuleRoutes } from '../contract.ts';
import './parts.css';
import { usePartWords } from './usePartWords.ts';

/** Where the money is taken: what the customer agreed to and was not issued (WSH-15). */
export default function SettleNote({ orderId }: { orderId: string }) {
  const { say } = usePartWords();
  const { data } = useQuery(reading(partIssueRoutes.ofOrder, { params: { orderId } }));
  const rules = useQuery(reading(partRuleRoutes.read, {})).data;
  if (!data || !rules || rules.settling === 'off' || data.missing === 0) return null;
  const word = rules.settling === 'warn' ? 'settleWarn' : 'settleRefuse';
  return <p className="part-missing">{say(word, { count: data.missing })}</p>;
}
