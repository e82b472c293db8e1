import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Branching } from '#tests/branching.ts';
import { branchedDetours, branchedWay, detours } from '#tests/detours.ts';
import { history } from '#tests/given.ts';
import { told } from '#tests/told.ts';
import { replay } from './evolve.ts';

/*
 * What is written down is hashed and stays for ever. So here stands to the letter what each act writes: every task and agency with its
 * times, every branch. Days are those of May 2018.
 */

// biome-ignore format: one event a line
const onDetours = [
  '14 10:00 received; receivedAt 14 10:00; dueAt 21 17:30; totalMinutes 2730; components [{no 1, originals 1, copies 0, inOrder true}]; feeVnd 0; feePaid null; task 1 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 10:00 to 14 16:33; shares [1 centre 14 10:00 to 14 16:33 open]; sealed {note }',
  '14 11:00 handed on; state in progress; task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 17 09:45; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 18 17:24 open]; sealed {note }',
  '14 12:00 taken; officerId specialist',
  '14 13:00 supplement requested; agencyId music; answerDueAt 19 13:00; closesAt 28 17:30; sealed {gaps [{component Đơn mượn nhạc cụ, why thiếu chữ ký}], explanation Ký rồi nộp lại, headReason }',
  '14 14:00 supplement given; dueAt 22 17:30; task 2 at step 2 of music professional for specialist, specialist since 14 12:00, 14 11:00 to 17 10:15; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 07:54 open]; files [{componentNo 1, digest a…}]; sealed {fileNames [don.pdf], note }',
  '14 15:00 payment requested; amountVnd 120000; sealed {setBy Chi cục Thuế, ground Thông báo số 7/TB-CCT, how Kho bạc Nhà nước}',
  '14 16:00 payment recorded; dueAt 22 17:30; task 2 at step 2 of music professional for specialist, specialist since 14 12:00, 14 11:00 to 17 11:15; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 08:54 open]; sealed {proof Giấy nộp tiền số 12}',
  '14 17:00 suspended; sealed {ground Luật Nhạc cụ, Điều 9, reason Đang tranh chấp}',
  '14 18:00 resumed; dueAt 22 17:30; task 2 at step 2 of music professional for specialist, specialist since 14 12:00, 14 11:00 to 17 13:45; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {reason Tranh chấp đã xong}',
  '14 19:00 result drafted; digest a…; made from the answers; sealed {conclusion Cho mượn}',
  '14 20:00 handed on; state in progress; task 3 at step 3 of music professional for head, nobody, 14 20:00 to 15 14:03; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {note }',
  '14 21:00 taken; officerId head',
  '14 21:00 sent back; task 4 at step 2 of music professional for specialist, specialist since 14 21:00, 14 21:00 to 17 16:15; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {reason Sai ngày trả}',
  '14 22:00 handed on; state in progress; task 5 at step 3 of music professional for head, nobody, 14 22:00 to 15 14:03; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {note }',
  '14 23:00 hand-over withdrawn; state in progress; task 6 at step 2 of music professional for specialist, specialist since 14 21:00, 14 21:00 to 17 16:15; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {reason Chuyển nhầm}',
  '15 00:00 handed on; state in progress; task 7 at step 3 of music professional for head, nobody, 15 00:00 to 15 14:03; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {note }',
  '15 01:00 taken; officerId head',
  '15 01:00 handed on; state in progress; task 8 at step 4 of music leadership for signing leader, nobody, 15 01:00 to 15 14:03; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {note }',
  '15 02:00 taken; officerId leader',
  '15 02:00 result signed; digest a…',
  '15 03:00 handed on; state in progress; task 9 at step 5 of music clerical for clerk, nobody, 15 03:00 to 15 14:03; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 open]; sealed {note }',
  '15 04:00 taken; officerId clerk',
  '15 04:00 result numbered; number 12/PCM; digest b…; signedWithCertificate false',
  '15 05:00 handed on; state in progress; task 10 at step 6 of centre one-stop for receiving officer, nobody, 15 05:00 to null; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 early 15 05:00]; sealed {note }',
  '15 05:00 result ready; outcome early',
  '15 06:00 taken; officerId receiver',
  '15 06:00 returned; how counter; sealed {recipient Sùng Thị Dính}',
  '15 07:00 reopened; state in progress; dueAt 22 17:30; waits [{cause supplement, fromAt 14 13:00, untilAt 14 14:00}, {cause payment, fromAt 14 15:00, untilAt 14 16:00}, {cause suspension, fromAt 14 17:00, untilAt 14 18:00}, {cause closed, fromAt 15 05:00, untilAt 15 07:00}]; task 11 at step 2 of music professional for specialist, specialist since 15 07:00, 15 07:00 to 17 16:15; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 09:24 early 15 05:00, 3 music 15 07:00 to 21 13:54 open]; sealed {reason Sai tên trên kết quả}',
];

test('a dossier that is stopped, sent back, taken back and opened again is written down so', () =>
  assert.deepEqual(
    history(...detours)
      .slice(1)
      .map(told),
    onDetours,
  ));

// biome-ignore format: one event a line
const onBranches = [
  '14 10:00 received; receivedAt 14 10:00; dueAt 21 17:30; totalMinutes 2730; components [{no 1, originals 1, copies 0, inOrder true}]; feeVnd 0; feePaid null; task 1 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 10:00 to 15 07:41; beside []; tokens []; shares [1 centre 14 10:00 to 15 07:41 open]; sealed {note }',
  '14 11:00 handed on; state in progress; task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 15 08:42; beside [3 at step 3 of city professional for head, nobody, 14 11:00 to 15 08:41]; tokens [W 15 11:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 11:00, 2 music 14 11:00 to 15 08:42 open, 3 city 14 11:00 to 15 16:22 open]; sealed {note }',
  '14 12:00 hand-over withdrawn; state received; task 4 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 10:00 to 15 07:41; shares [1 centre 14 10:00 to 15 07:41 open, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00]; beside []; tokens []; sealed {reason Chuyển nhầm}',
  '14 13:00 handed on; state in progress; task 5 at step 2 of music professional for specialist, nobody, 14 13:00 to 15 09:12; beside [6 at step 3 of city professional for head, nobody, 14 13:00 to 15 09:11]; tokens [W 15 13:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 09:12 open, 5 city 14 13:00 to 15 16:52 open]; sealed {note }',
  '14 14:00 taken; taskNo 6; officerId head',
  '14 14:00 handed on; taskNo 6; state in progress; task 7 at step 4 of city professional for head, nobody, 14 14:00 to 15 09:41; beside [5 at step 2 of music professional for specialist, nobody, 14 13:00 to 15 09:12]; tokens [W 15 13:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 09:12 open, 5 city 14 13:00 to 15 16:52 open]; sealed {note }',
  '14 15:00 taken; taskNo 5; officerId specialist',
  '14 15:00 supplement requested; agencyId music; answerDueAt 19 15:00; closesAt 28 17:30; sealed {gaps [{component Đơn mượn nhạc cụ, why thiếu chữ ký}], explanation Ký rồi nộp lại, headReason }',
  '14 16:00 supplement given; dueAt 22 17:30; task 5 at step 2 of music professional for specialist, specialist since 14 15:00, 14 13:00 to 15 10:12; beside [7 at step 4 of city professional for head, nobody, 14 14:00 to 15 10:41]; tokens [W 15 14:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 open]; files [{componentNo 1, digest a…}]; sealed {fileNames [don.pdf], note }',
  '14 17:00 taken; taskNo 7; officerId head',
  '14 17:00 sent back; taskNo 7; task 8 at step 3 of city professional for head, head since 14 17:00, 14 17:00 to 15 14:41; beside [5 at step 2 of music professional for specialist, specialist since 14 15:00, 14 13:00 to 15 10:12]; tokens [W 15 14:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 open]; sealed {reason Sai}',
  '14 18:00 handed on; taskNo 8; state in progress; task 9 at step 4 of city professional for head, nobody, 14 18:00 to 15 15:11; beside [5 at step 2 of music professional for specialist, specialist since 14 15:00, 14 13:00 to 15 10:12]; tokens [W 15 14:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 open]; sealed {note }',
  '17 10:00 timer fired; nodeId W; name Node W; task 10 at step 5 of music professional for head, nobody, 17 10:00 to 18 07:41; beside [9 at step 4 of city professional for head, nobody, 14 18:00 to 15 15:11, 5 at step 2 of music professional for specialist, specialist since 14 15:00, 14 13:00 to 15 10:12]; tokens []; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 open]; state in progress',
  '17 11:00 taken; taskNo 9; officerId head',
  '17 11:00 handed on; taskNo 9; state in progress; task 10 at step 5 of music professional for head, nobody, 17 10:00 to 18 07:41; beside [5 at step 2 of music professional for specialist, specialist since 14 15:00, 14 13:00 to 15 10:12]; tokens [M null]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 late 17 11:00]; sealed {note }',
  '17 12:00 message came; nodeId M; name Node M; task 10 at step 5 of music professional for head, nobody, 17 10:00 to 18 07:41; beside [5 at step 2 of music professional for specialist, specialist since 14 15:00, 14 13:00 to 15 10:12]; tokens [M-J null]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 late 17 11:00]; state in progress; sealed {note Số 5}',
  '17 13:00 result drafted; digest a…; made from the answers; sealed {conclusion Cho mượn}',
  '17 14:00 handed on; taskNo 5; state in progress; task 10 at step 5 of music professional for head, nobody, 17 10:00 to 18 07:41; beside []; tokens [T 18 14:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 late 17 11:00]; ways [X-T]; sealed {note ok}',
  '21 10:00 timer fired; nodeId T; name Node T; task 11 at step 6 of music leadership for signing leader, nobody, 21 10:00 to 22 07:42; beside [10 at step 5 of music professional for head, nobody, 17 10:00 to 18 07:41]; tokens []; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 late 17 11:00]; state in progress',
  '21 11:00 taken; taskNo 11; officerId leader',
  '21 11:00 result signed; digest a…',
  '21 12:00 handed on; taskNo 11; state in progress; task 12 at step 7 of music clerical for clerk, nobody, 21 12:00 to 22 09:11; beside [10 at step 5 of music professional for head, nobody, 17 10:00 to 18 07:41]; tokens []; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 open, 5 city 14 13:00 to 16 07:52 late 17 11:00]; sealed {note }',
  '21 13:00 taken; taskNo 12; officerId clerk',
  '21 13:00 result numbered; number 12/PCM; digest b…; signedWithCertificate false',
  '21 14:00 handed on; taskNo 12; state in progress; task 13 at step 8 of centre one-stop for receiving officer, nobody, 21 14:00 to null; beside []; tokens []; shares [1 centre 14 10:00 to 15 07:41 early 14 13:00, 2 music 14 11:00 to 15 08:42 null 14 12:00, 3 city 14 11:00 to 15 16:22 null 14 12:00, 4 music 14 13:00 to 15 10:12 late 21 14:00, 5 city 14 13:00 to 16 07:52 late 17 11:00]; sealed {note }',
  '21 14:00 result ready; outcome early',
  '21 15:00 taken; officerId receiver',
  '21 15:00 returned; how counter; sealed {recipient Sùng Thị Dính}',
];

test('a dossier whose way branches, waits for times and messages and meets again is written down so', () =>
  assert.deepEqual(branchedDetours().events.slice(1).map(told), onBranches));

// biome-ignore format: one event a line
const notAccepted = [
  '14 10:00 taken; officerId receiver',
  '14 10:00 not accepted; sealed {reasons [Nhạc cụ đang sửa], ground Quy chế, Điều 3}',
];

test('a dossier that is not accepted is written down so', () => assert.deepEqual(history('decline').slice(1).map(told), notAccepted));

// biome-ignore format: one event a line
const withdrawn = [
  '14 10:00 received; receivedAt 14 10:00; dueAt 21 17:30; totalMinutes 2730; components [{no 1, originals 1, copies 0, inOrder true}]; feeVnd 0; feePaid null; task 1 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 10:00 to 14 16:33; shares [1 centre 14 10:00 to 14 16:33 open]; sealed {note }',
  '14 11:00 handed on; state in progress; task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 17 09:45; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 18 17:24 open]; sealed {note }',
  '14 12:00 withdrawal requested; sealed {reason Không mượn nữa}',
  '14 13:00 withdrawal denied; sealed {reason Đang ký}',
  '14 14:00 apology given; promisedAt 22 17:30; sealed {reason Cán bộ ốm}',
  '14 15:00 withdrawal requested; sealed {reason Không mượn nữa}',
  '14 16:00 withdrawn; sealed {note }',
];

test('a dossier that is withdrawn after an apology is written down so', () =>
  assert.deepEqual(
    history('receive', 'hand on', 'ask withdrawal', 'deny withdrawal', 'apologise', 'ask withdrawal', 'grant withdrawal')
      .slice(1)
      .map(told),
    withdrawn,
  ));

// biome-ignore format: one event a line
const refused = [
  '14 10:00 received; receivedAt 14 10:00; dueAt 21 17:30; totalMinutes 2730; components [{no 1, originals 1, copies 0, inOrder true}]; feeVnd 0; feePaid null; task 1 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 10:00 to 14 16:33; shares [1 centre 14 10:00 to 14 16:33 open]; sealed {note }',
  '14 11:00 handed on; state in progress; task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 17 09:45; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 18 17:24 open]; sealed {note }',
  '14 12:00 taken; officerId specialist',
  '14 12:00 refused; outcome early; task 3 at step 6 of centre one-stop for receiving officer, nobody, 14 12:00 to null; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 18 17:24 early 14 12:00]; sealed {reasons [Nhạc cụ đang sửa], ground Quy chế, Điều 3}',
  '14 13:00 taken; officerId receiver',
  '14 13:00 returned; how counter; sealed {recipient Sùng Thị Dính}',
];

test('a dossier that is refused is written down so', () =>
  assert.deepEqual(history('receive', 'hand on', 'refuse', 'return').slice(1).map(told), refused));

// biome-ignore format: one event a line
const refusedBeside = [
  '14 10:00 received; receivedAt 14 10:00; dueAt 21 17:30; totalMinutes 2730; components [{no 1, originals 1, copies 0, inOrder true}]; feeVnd 0; feePaid null; task 1 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 10:00 to 15 07:41; beside []; tokens []; shares [1 centre 14 10:00 to 15 07:41 open]; sealed {note }',
  '14 11:00 handed on; state in progress; task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 15 08:42; beside [3 at step 3 of city professional for head, nobody, 14 11:00 to 15 08:41]; tokens [W 15 11:00]; shares [1 centre 14 10:00 to 15 07:41 early 14 11:00, 2 music 14 11:00 to 15 08:42 open, 3 city 14 11:00 to 15 16:22 open]; sealed {note }',
  '14 12:00 taken; taskNo 2; officerId specialist',
  '14 12:00 refused; taskNo 2; outcome early; task 4 at step 8 of centre one-stop for receiving officer, nobody, 14 12:00 to null; shares [1 centre 14 10:00 to 15 07:41 early 14 11:00, 2 music 14 11:00 to 15 08:42 early 14 12:00, 3 city 14 11:00 to 15 16:22 early 14 12:00]; beside []; tokens []; sealed {reasons [Nhạc cụ đang sửa], ground Quy chế, Điều 3}',
];

test('a refusal that ends several branches is written down so', () =>
  assert.deepEqual(
    new Branching(branchedWay).act('receive').act('hand on').act('refuse', 'appraise').events.slice(1).map(told),
    refusedBeside,
  ));

// biome-ignore format: one event a line
const unanswered = [
  '14 10:00 received; receivedAt 14 10:00; dueAt 21 17:30; totalMinutes 2730; components [{no 1, originals 1, copies 0, inOrder true}]; feeVnd 0; feePaid null; task 1 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 10:00 to 14 16:33; shares [1 centre 14 10:00 to 14 16:33 open]; sealed {note }',
  '14 11:00 handed on; state in progress; task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 17 09:45; shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 18 17:24 open]; sealed {note }',
  '14 12:00 taken; officerId specialist',
  '14 12:00 supplement requested; agencyId music; answerDueAt 19 12:00; closesAt 28 17:30; sealed {gaps [{component Đơn mượn nhạc cụ, why thiếu chữ ký}], explanation Ký rồi nộp lại, headReason }',
  '20 08:00 closed unanswered',
];

test('a dossier that is closed unanswered is written down so', () =>
  assert.deepEqual(history('receive', 'hand on', 'ask supplement', 'close unanswered').slice(1).map(told), unanswered));

// biome-ignore format: one event a line
const begunAnew = [
  '14 10:00 taken; officerId receiver',
  '14 10:00 supplement requested; agencyId centre; answerDueAt 19 10:00; closesAt 28 17:30; sealed {gaps [{component Đơn mượn nhạc cụ, why thiếu chữ ký}], explanation Ký rồi nộp lại, headReason }',
  '14 11:00 supplement given; dueAt null; task 1 at step 1 of centre one-stop for receiving officer, receiver since 14 10:00, 14 09:00 to 15 09:00; shares []; files [{componentNo 1, digest a…}]; sealed {fileNames [don.pdf], note }',
  '14 12:00 not accepted; sealed {reasons [Nhạc cụ đang sửa], ground Quy chế, Điều 3}',
  '14 13:00 reopened; state submitted; dueAt null; waits []; task 2 at step 1 of centre one-stop for receiving officer, nobody, 14 13:00 to 15 11:30; shares []; sealed {reason Sai tên trên kết quả}',
];

test('a dossier that is asked for, not accepted and opened again before receipt is written down so', () =>
  assert.deepEqual(history('ask supplement', 'give supplement', 'decline', 'reopen').slice(1).map(told), begunAnew));

test('where a dossier stands is what its history says, read from its beginning', () => {
  const on = branchedDetours();
  assert.deepEqual(replay(on.events), on.stands);
});
