import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lunarDay, newMoon, sunLongitude } from './lunar.ts';

const julianDay = (at: string) => Date.parse(at) / 86_400_000 + 2440587.5;

test('the sun stands where the astronomers’ worked example has it, on 13 October 1992', () => {
  assert.ok(Math.abs(sunLongitude(2448908.5) - 199.90895) < 0.0005);
});

test('a longitude is told from 0 to 360 degrees, long ago as well', () => {
  for (const [at, degrees] of [
    ['1900-03-21T01:39Z', 0],
    ['1900-06-21T21:40Z', 90],
    ['1900-12-22T06:42Z', 270],
    ['2000-12-21T13:37Z', 270],
    ['2018-03-20T16:15Z', 0],
    ['2018-09-23T01:54Z', 180],
  ] as const) {
    const longitude = sunLongitude(julianDay(at));
    assert.ok(longitude >= 0 && longitude < 360);
    assert.ok(Math.abs(((longitude - degrees + 180) % 360) - 180) < 0.005, `${at}: ${longitude}`);
  }
});

test('new moons come within two minutes of the almanac', () => {
  // biome-ignore format: a table
  const almanac: [first: number, ...at: string[]][] = [
    [0, '2000-01-06T18:14Z', '2000-02-05T13:03Z', '2000-03-06T05:17Z', '2000-04-04T18:12Z', '2000-05-04T04:12Z', '2000-06-02T12:14Z', '2000-07-01T19:20Z'],
    [7, '2000-07-31T02:25Z', '2000-08-29T10:19Z', '2000-09-27T19:53Z', '2000-10-27T07:58Z', '2000-11-25T23:11Z', '2000-12-25T17:22Z'],
    [223, '2018-01-17T02:17Z', '2018-02-15T21:05Z', '2018-03-17T13:12Z', '2018-04-16T01:57Z', '2018-05-15T11:48Z', '2018-06-13T19:43Z', '2018-07-13T02:48Z'],
    [230, '2018-08-11T09:58Z', '2018-09-09T18:01Z', '2018-10-09T03:47Z', '2018-11-07T16:02Z', '2018-12-07T07:20Z', '2019-01-06T01:28Z', '2019-02-04T21:03Z'],
    [237, '2019-03-06T16:04Z', '2019-04-05T08:50Z', '2019-05-04T22:45Z', '2019-06-03T10:02Z', '2019-07-02T19:16Z', '2019-08-01T03:12Z', '2019-08-30T10:37Z'],
  ];
  for (const [first, ...moons] of almanac)
    for (const [i, at] of moons.entries()) {
      const minutes = (newMoon(first + i) - julianDay(at)) * 1440;
      assert.ok(minutes > -1 && minutes < 1.5, `${at}: ${minutes}`);
    }
});

test('the months after a leap month keep their numbers', () => {
  for (const [year, month, day] of [
    [1985, 2, '1985-02-20'],
    [1985, 3, '1985-04-20'],
    [2014, 9, '2014-09-24'],
    [2014, 10, '2014-11-22'],
    [2017, 7, '2017-08-22'],
    [2020, 4, '2020-04-23'],
    [2020, 5, '2020-06-21'],
    [2023, 2, '2023-02-20'],
    [2023, 3, '2023-04-20'],
    [2024, 11, '2024-12-01'],
    [2024, 12, '2024-12-31'],
    [2025, 7, '2025-08-23'],
  ] as const)
    assert.equal(lunarDay(year, month, 1), day);
});

test('in 2033 the 11th month is the one that comes twice, so the 12th begins two months after it', () => {
  assert.equal(lunarDay(2033, 10, 1), '2033-10-23');
  assert.equal(lunarDay(2033, 11, 1), '2033-11-22');
  assert.equal(lunarDay(2033, 12, 1), '2034-01-20');
  assert.equal(lunarDay(2034, 2, 1), '2034-03-20');
});

test('the 30th of a month of 29 days is the first of the next', () => assert.equal(lunarDay(2023, 1, 30), lunarDay(2023, 2, 1)));

test('a lunar year before all counting of years is refused', () => {
  assert.throws(() => lunarDay(-1, 1, 1), { name: 'RangeError', message: 'Year: -2' });
});
