import { defineCodeCarrier } from '#modules/links/server/index.ts';
import { carrierBy, channelAt } from './carriers.ts';

/** Codes leave by the SMS provider of the place, in words that it approved, once the place has named them. */
defineCodeCarrier(async (work, orgPath) => {
  const settings = await channelAt(work, { channel: 'sms', orgPath });
  if (settings?.channel !== 'sms' || !settings.codeTemplate) return undefined;
  const { codeTemplate } = settings;
  return (host) => async (parcel) => {
    const { code, phone, ...rest } = parcel;
    const words = { subject: '', body: '', providerTemplate: codeTemplate, providerSignature: '' };
    await carrierBy(
      host,
      settings,
    )({ ...rest, ...words, address: phone, values: [['code', code]] });
  };
});
