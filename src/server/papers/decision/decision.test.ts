import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { decision } from './content.ts';
import { certificateSample, decisionSample } from './sample.ts';

test('a decision has grounds, articles, and who carries it out', async () => {
  const { text } = await printed('decision', decision(decisionSample));
  for (const said of [
    'QUYẾT ĐỊNH Về việc trợ cấp mai táng phí và trợ cấp một lần GIÁM ĐỐC SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI',
    'Căn cứ Nghị định 31/2013/NĐ-CP;',
    'Xét hồ sơ số 000.04.22.H22-180416-0002, thủ tục Giải quyết chế độ mai táng phí',
    'Theo đề nghị của Phòng Lao động - Thương binh và Xã hội thành phố Hà Giang.',
    'Điều 1. Giải quyết đề nghị của Lò Văn Pín với những nội dung sau:',
    'Năm sinh 1932',
    'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    'và Lò Văn Pín chịu trách nhiệm thi hành Quyết định này./.',
    'KT. GIÁM ĐỐC',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('a result of another kind certifies, without articles', async () => {
  const { text } = await printed('decision', decision(certificateSample));
  assert.ok(text.includes('GIẤY PHÉP XÂY DỰNG KÈM BẢN VẼ ĐÓNG DẤU'));
  assert.ok(text.includes('Chứng nhận cho Lò Văn Pín những nội dung sau:'));
  assert.ok(!text.includes('Điều 1'));
});

test('a signature never stands alone on its page', async () => {
  for (let lines = 0; lines <= 24; lines += 2) {
    const conclusion = Array.from({ length: lines }, () => 'Nội dung kết luận.').join('\n');
    const { pages } = await printed('decision', decision({ ...decisionSample, conclusion }));
    const signed = pages.find((page) => page.includes('KT. GIÁM ĐỐC'));
    assert.ok(signed?.includes('thi hành Quyết định này./.'), `${lines} lines`);
  }
});

test('a decision whose name says nothing is about its procedure', () => {
  const { subtitle } = decision({ ...decisionSample, result: 'Quyết định' });
  assert.ok(subtitle.startsWith('Về việc giải quyết chế độ mai táng phí'));
});
