import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { post, postKeys, postVersion, wording } from './contract-posts.ts';

const holding = shape({
  id,
  postKey: oneOf(postKeys),
  isDedicated: Type.Boolean(),
  sinceOn: date,
  untilOn: nullable(date),
});
const score = shape({ quality: line(40), score: Type.Integer({ minimum: 1, maximum: 5 }) });
const scores = Type.Array(score, { minItems: 1, maxItems: 8 });
const assessment = shape({
  id,
  postKey: oneOf(postKeys),
  scores,
  note: text(500),
  byName: text(80),
  at: instant,
});
const certificate = shape(
  {
    id,
    employeeId: id,
    employeeName: line(80),
    unitName: line(80),
    name: line(80),
    number: text(60),
    issuer: text(80),
    issuedOn: nullable(date),
    expiresOn: nullable(date),
    fileId: nullable(id),
    fileType: text(120),
    isWithdrawn: Type.Boolean(),
    renewalId: nullable(id),
    version,
  },
  { $id: 'Certificate' },
);
export type Certificate = Static<typeof certificate>;

const personFile = shape(
  {
    holdings: Type.Array(holding, { maxItems: 100 }),
    assessments: Type.Array(assessment, { maxItems: 20 }),
    certificates: Type.Array(certificate, { maxItems: 100 }),
  },
  { $id: 'StaffFile' },
);
export type StaffFile = Static<typeof personFile>;

export const shopClasses = ['A', 'B', 'C'] as const;
const wanted = shape({
  postKey: oneOf(postKeys),
  count: Type.Integer({ minimum: 0, maximum: 200 }),
  isDedicated: Type.Boolean({ description: '专职: only people with no other work count' }),
});
const standard = Type.Array(
  shape({ shopClass: oneOf(shopClasses), posts: Type.Array(wanted, { maxItems: 20 }) }),
  { maxItems: 3 },
);
export type Standard = Static<typeof standard>;
const standardVersion = Type.Integer({
  minimum: 0,
  maximum: 2_147_483_647,
  description: '0 while the house goes by the suggested standard',
});

const standing = shape({
  orgUnitId: id,
  unitName: line(80),
  region: nullable(line(40)),
  shopClass: nullable(oneOf(shopClasses)),
  posts: Type.Array(
    shape({
      postKey: oneOf(postKeys),
      wanted: count,
      isDedicated: Type.Boolean(),
      have: count,
      missing: count,
    }),
    { maxItems: 20 },
  ),
});
export type Standing = Static<typeof standing>;

const ofEmployee = shape({ employeeId: id });
const renewalFields = {
  number: text(60),
  issuer: text(80),
  issuedOn: nullable(date),
  expiresOn: nullable(date),
  fileId: nullable(id),
};
const certificateFields = { name: line(80), ...renewalFields };
const manage = { access: 'people.manage' } as const;

export const staffingRoutes = {
  listPosts: route({
    id: 'staffing.listPosts',
    method: 'GET',
    path: '/posts',
    summary: 'The posts of the house with duties, qualifications and qualities (ORG-04)',
    access: 'signedIn',
    reply: shape({ items: Type.Array(post, { maxItems: 50 }) }),
  }),
  listVersions: route({
    id: 'staffing.listVersions',
    method: 'GET',
    path: '/posts/:postKey/versions',
    summary: 'How a post was worded before, the latest first',
    access: 'signedIn',
    params: shape({ postKey: oneOf(postKeys) }),
    reply: shape({ items: Type.Array(postVersion, { maxItems: 50 }) }),
  }),
  changePost: route({
    id: 'staffing.changePost',
    method: 'PATCH',
    path: '/posts/:postKey',
    summary: 'Word a post anew; the earlier wording stays as a version',
    ...manage,
    isHouseWide: true,
    params: shape({ postKey: oneOf(postKeys) }),
    body: shape(wording),
    reply: post,
    problems: ['qualities_twice'],
  }),
  person: route({
    id: 'staffing.person',
    method: 'GET',
    path: '/employees/:employeeId/staff-file',
    summary: 'Posts, assessments and certificates of a person',
    ...manage,
    about: 'employee',
    params: ofEmployee,
    reply: personFile,
  }),
  hold: route({
    id: 'staffing.hold',
    method: 'POST',
    path: '/employees/:employeeId/posts',
    summary: 'A person takes up a post',
    ...manage,
    about: 'employee',
    params: ofEmployee,
    body: shape({ postKey: oneOf(postKeys), isDedicated: Type.Boolean() }),
    reply: personFile,
    status: 201,
    problems: ['post_held', 'dedicated_already', 'employee_left'],
  }),
  endHolding: route({
    id: 'staffing.endHolding',
    method: 'POST',
    path: '/post-holdings/:postHoldingId/end',
    summary: 'A person gives a post up',
    ...manage,
    about: 'postHolding',
    params: shape({ postHoldingId: id }),
    reply: personFile,
    problems: ['holding_over'],
  }),
  assess: route({
    id: 'staffing.assess',
    method: 'POST',
    path: '/employees/:employeeId/assessments',
    summary: 'Assess a person by the qualities of a post that he holds',
    ...manage,
    about: 'employee',
    params: ofEmployee,
    body: shape({ postKey: oneOf(postKeys), scores, note: Type.Optional(text(500)) }),
    reply: personFile,
    status: 201,
    problems: ['post_not_held', 'qualities_incomplete', 'not_oneself'],
  }),
  addCertificate: route({
    id: 'staffing.addCertificate',
    method: 'POST',
    path: '/employees/:employeeId/certificates',
    summary: 'Put a certificate of a person on file; its expiry becomes a deadline',
    ...manage,
    about: 'employee',
    params: ofEmployee,
    body: shape(certificateFields),
    reply: certificate,
    status: 201,
    problems: ['span_backwards'],
  }),
  changeCertificate: route({
    id: 'staffing.changeCertificate',
    method: 'PATCH',
    path: '/certificates/:certificateId',
    summary: 'Correct a certificate',
    ...manage,
    about: 'certificate',
    params: shape({ certificateId: id }),
    body: shape(certificateFields),
    reply: certificate,
    problems: ['span_backwards', 'certificate_withdrawn', 'certificate_renewed'],
  }),
  renewCertificate: route({
    id: 'staffing.renewCertificate',
    method: 'POST',
    path: '/certificates/:certificateId/renew',
    summary: 'Put the paper on file that follows this one, which stays as history',
    ...manage,
    about: 'certificate',
    params: shape({ certificateId: id }),
    body: shape(renewalFields),
    reply: certificate,
    status: 201,
    problems: [
      'span_backwards',
      'certificate_withdrawn',
      'certificate_renewed',
      'renewal_no_longer',
      'employee_left',
    ],
  }),
  withdrawCertificate: route({
    id: 'staffing.withdrawCertificate',
    method: 'POST',
    path: '/certificates/:certificateId/withdraw',
    summary: 'A certificate no longer counts',
    ...manage,
    about: 'certificate',
    params: shape({ certificateId: id }),
    reply: certificate,
    problems: ['certificate_withdrawn', 'certificate_renewed'],
  }),
  listCertificates: route({
    id: 'staffing.listCertificates',
    method: 'GET',
    path: '/certificates',
    summary: 'Certificates of the people in one’s scope, the next to expire first (ORG-05)',
    ...manage,
    query: shape({ ...pageFields, expiresBefore: Type.Optional(date) }),
    reply: listOf(certificate),
  }),
  standing: route({
    id: 'staffing.standing',
    method: 'GET',
    path: '/staffing',
    summary: 'Each shop’s people against the standard of its class: the gaps by post (ORG-05)',
    ...manage,
    query: shape({ ...pageFields, region: Type.Optional(line(40)) }),
    reply: shape({
      ...listOf(standing).properties,
      standard,
      version: standardVersion,
      mayChange: Type.Boolean({ description: 'whether the caller may set the standard' }),
      regions: Type.Array(line(40), { maxItems: 200 }),
      inAll: shape({
        missing: count,
        shopsShort: count,
        withoutClass: count,
        shops: count,
      }),
    }),
  }),
  changeStandard: route({
    id: 'staffing.changeStandard',
    method: 'PATCH',
    path: '/staffing/standard',
    summary: 'Set how many people of which post each class of shop has to have',
    ...manage,
    isHouseWide: true,
    body: shape({ standard }),
    reply: shape({ standard, version: standardVersion }),
    problems: ['standard_twice'],
  }),
  classify: route({
    id: 'staffing.classify',
    method: 'POST',
    path: '/org-units/:orgUnitId/staffing-class',
    summary: 'Say of which class a shop is',
    ...manage,
    about: 'orgUnit',
    params: shape({ orgUnitId: id }),
    body: shape({ shopClass: oneOf(shopClasses) }),
    reply: shape({ orgUnitId: id, shopClass: oneOf(shopClasses) }),
  }),
};

export { type Post, type PostKey, type PostVersion, postKeys } from './contract-posts.ts';
