import type { FastifyReply } from 'fastify';
import { disposition } from '../disposition.ts';
import type { Printed } from './printer.ts';

/**
 * Answers with a paper: as PDF, or as the picture of its pages where that was made (`withPicture`), for browsers within
 * programs such as WeChat, which show no PDF.
 * @param name of the file, without its ending
 */
export function sendPaper(
  reply: FastifyReply,
  { pdf, picture }: Pick<Printed, 'pdf' | 'picture'>,
  name: string,
): FastifyReply {
  const [type, ending, paper] = picture
    ? (['image/svg+xml', 'svg', picture] as const)
    : (['application/pdf', 'pdf', pdf] as const);
  return reply
    .type(type)
    .header('content-disposition', disposition('inline', `${name}.${ending}`))
    .header('cache-control', 'no-store')
    .send(paper);
}
