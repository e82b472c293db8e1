import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '#domain/text/fold.ts';
import { lending } from '#tests/given.ts';
import { type Candidate, rankProcedures, searchedOf } from './search.ts';

const names = {
  again: 'Đăng ký lại khai sinh',
  birth: 'Đăng ký khai sinh',
  foreign: 'Đăng ký khai sinh có yếu tố nước ngoài',
  joined: 'Liên thông đăng ký khai sinh, đăng ký thường trú',
  forest: 'Đăng ký khai thác tận dụng gỗ trong biện pháp lâm sinh',
  house: 'Cho mượn nhà',
  field: 'Hoà giải ở cơ sở',
};

test('without marks, the very name comes first, then what begins with it, has it, has its words together', () => {
  assert.deepEqual(found('dang ky khai sinh', names), [names.birth, names.foreign, names.joined, names.again]);
});

test('where the very words are found, what merely has them somewhere is left out', () => {
  assert.ok(!found('dang ky khai sinh', names).includes(names.forest));
  assert.ok(found('dang ky lam sinh', names).includes(names.forest));
});

test('who types marks gets the matching marks first', () => {
  const two = { stay: 'Gia hạn tạm trú', help: 'Tư vấn tạm trụ' };
  assert.deepEqual(found('tạm trụ', two), [two.help, two.stay]);
  assert.deepEqual(found('tạm trú', two), [two.stay, two.help]);
});

test('both placements of a tone find the same', () => {
  assert.deepEqual(found('hòa giải', names), found('hoà giải', names));
});

test('the national code finds its procedure and no other', () => {
  const one = { ...candidate('Cho mượn nhạc cụ'), code: '9.000001' };
  const { found: ranked } = rankProcedures('9.000001', {}, [candidate(names.birth), one]);
  assert.deepEqual(
    ranked.map(({ name }) => name),
    [one.name],
  );
});

test('a procedure is found by what it results in', () => {
  assert.match(searchedOf(lending), /phieu cho muon/);
});

test('a filter narrows, and says how many each other value of it would find', () => {
  const candidates = [candidate('Cho mượn đàn'), candidate('Cho mượn sáo'), { ...candidate('Cho mượn trống'), level: 'commune' as const }];
  const { found: ranked, counts } = rankProcedures('cho muon', { level: 'district' }, candidates);
  assert.deepEqual(ranked.length, 2);
  assert.deepEqual(counts.level, { district: 2, commune: 1 });
  assert.deepEqual(counts.fieldId, { music: 2 });
});

test('the order does not depend on the order in which the table finds', () => {
  const all = Object.values(names);
  fc.assert(
    fc.property(
      fc.constantFrom('dang ky', 'khai sinh', 'sinh', ''),
      fc.shuffledSubarray(all, { minLength: all.length }),
      (query, shuffled) => {
        assert.deepEqual(found(query, shuffled), found(query, all));
      },
    ),
  );
});

function found(query: string, of: Readonly<Record<string, string>> | readonly string[]): string[] {
  return rankProcedures(query, {}, Object.values(of).map(candidate)).found.map(({ name }) => name);
}

function candidate(name: string): Candidate {
  const { level, fieldId, reception, interlink } = lending;
  return { procedureId: name, code: null, level, fieldId, reception, interlink, name, folded: fold(name), searched: fold(name) };
}
