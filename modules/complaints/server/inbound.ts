import { Type } from 'typebox';
import { defineInbound } from '#platform/inbound.ts';
import { line, oneOf, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { passedOn } from '../contract-record.ts';
import { complaintKinds } from '../lifecycle.ts';
import { receiveComplaint } from './receive.ts';

/**
 * A complaint handed in by another program (CMP-01): the form of a website, or the bridge to an authority's platform
 * (12315). Which customer it is, the telephone tells; ids of records are not taken from outside.
 */
defineInbound({
  name: 'complaints',
  body: shape({
    channel: oneOf(['portal', 'authority']),
    complainantName: line(80),
    complainantPhone: Type.Optional(text(40)),
    kind: oneOf(complaintKinds),
    content: line(4000),
    aboutWhom: Type.Optional(text(200)),
    ...passedOn,
  }),
  receive: async (work, body) => {
    const { id } = await receiveComplaint(work, body);
    return { type: 'complaint', id };
  },
});
