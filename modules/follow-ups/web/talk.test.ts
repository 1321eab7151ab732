import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  currentQuestion,
  emptyTalk,
  lacks,
  numberPressed,
  stepBack,
  withTopic,
} from './talk.ts';

const pressed = (...numbers: number[]) => numbers.reduce(numberPressed, emptyTalk);

describe('FUP-10 the guided form by number keys', () => {
  test('1 is connected, and the questions follow one after the other', () => {
    const talk = pressed(1, 1, 2);
    expect(talk).toMatchObject({ result: 'connected', reason: 'talked' });
    expect(talk.answers).toEqual({ carState: 'good', repaired: 'partly' });
    expect(currentQuestion(talk)).toBe('attitude');
    expect(currentQuestion(pressed(1, 1, 1, 1, 1, 1, 1))).toBe('satisfaction');
    expect(pressed(1, 1, 1, 1, 1, 1, 1, 4).satisfaction).toBe(4);
  });

  test('2 and 3 ask for the reason; a key without meaning changes nothing', () => {
    expect(pressed(2, 3)).toMatchObject({ result: 'notConnected', reason: 'switchedOff' });
    expect(pressed(3, 4).reason).toBe('refusesCalls');
    expect(pressed(2, 9).reason).toBeNull();
  });

  test('backspace goes the same way back', () => {
    const talk = stepBack(pressed(1, 1, 2));
    expect(talk.answers.repaired).toBeUndefined();
    expect(stepBack(stepBack(talk)).result).toBeNull();
    expect(stepBack(pressed(2, 1))).toMatchObject({ result: 'notConnected', reason: null });
  });

  test('a talk needs its main points; a try that nobody answered does not', () => {
    expect(lacks(emptyTalk)).toBe('needResult');
    expect(lacks(pressed(2))).toBe('needReason');
    expect(lacks(pressed(1))).toBe('needMainPoints');
    expect(lacks(pressed(2, 1))).toBeNull();
  });

  test('what belongs to a talk is not sent with a call that nobody answered', () => {
    const noted = withTopic({ ...pressed(1, 1), mainPoints: '好' }, 'usage');
    expect(bodyOf(noted)).toEqual({
      result: 'connected',
      reason: 'talked',
      mainPoints: '好',
      topics: ['usage'],
      answers: { carState: 'good' },
    });
    const unanswered = {
      ...noted,
      result: 'notConnected',
      reason: 'busy',
      mainPoints: '',
    } as const;
    expect(bodyOf(unanswered)).toEqual({ result: 'notConnected', reason: 'busy' });
  });

  test('the time that the customer named is the shop’s time', () => {
    const later = { ...pressed(1), reason: 'callLater', nextTryAt: '2026-11-25T15:30' } as const;
    expect(bodyOf(later).nextTryAt).toBe('2026-11-25T07:30:00.000Z');
  });
});
