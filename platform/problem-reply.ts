import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.ts';
import { type Language, languageOf, sentenceOf } from './words.ts';

/** A refusal as RFC 9457 says it, in the reader's language. No stack, no SQL, no class names. */
export function problemBody(problem: Problem, language: Language, requestId: string) {
  const { title, detail } = sentenceOf(language, problem.code, problem.facts);
  return {
    type: `/problems/${problem.code}`,
    title,
    status: problem.status,
    detail,
    code: problem.code,
    instance: requestId,
    ...problem.facts,
    errors: problem.errors.map(({ pointer, code, facts }) => ({
      pointer,
      code,
      message: sentenceOf(language, code, facts ?? {}).detail,
    })),
  };
}

const retrySeconds: Record<number, number> = { 409: 1, 503: 5 };

/** A problem in the asker’s language, with `Retry-After` where trying again helps. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  const wait = problem.facts.seconds ?? retrySeconds[problem.status];
  if (problem.status === 429 || problem.status === 503 || problem.code === 'in_progress') {
    reply.header('retry-after', String(wait ?? 1));
  }
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problemBody(problem, languageOf(request.headers['accept-language']), request.id));
}
