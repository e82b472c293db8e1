import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultNumber } from './result-number.ts';

const committee = { kind: 'people’s committee', shortName: 'Phường Minh Khai' } as const;
const department = { kind: 'department', shortName: 'Phòng Tài chính - Kế hoạch' } as const;

const cases: [what: string, given: Parameters<typeof resultNumber>, said: string][] = [
  ['a paper of civil status bears the year', [112, 2018, 'Giấy khai sinh', committee], '112/2018'],
  ['an extract does too', [7, 2018, 'Trích lục hộ tịch', committee], '7/2018'],
  ['a decision says that it is one', [214, 2018, 'Quyết định trợ cấp mai táng phí', department], '214/QĐ-PTCKH'],
  ['also when its letters came apart', [214, 2018, 'Quyết định'.normalize('NFD'), committee], '214/QĐ-UBND'],
  ['anything else bears whose it is', [31, 2018, 'Giấy phép xây dựng', committee], '31/UBND'],
  ['a draft leaves the place open', [null, 2018, 'Giấy chứng nhận đăng ký hộ kinh doanh', department], '…/PTCKH'],
];
for (const [what, given, said] of cases) test(what, () => assert.equal(resultNumber(...given), said));
