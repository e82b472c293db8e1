import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { refusal } from './content.ts';
import { refusalToAcceptSample, refusalToSettleSample } from './sample.ts';

test('who does not accept a dossier gives reasons, law, where to go and where to complain', async () => {
  const { text } = await printed('refusal', refusal(refusalToAcceptSample));
  for (const said of [
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    'Trung tâm Hành chính công không tiếp nhận, giải quyết hồ sơ này',
    '1. Thửa đất ở xã Phong Quang',
    '2. Giấy chứng nhận đã nộp là bản chụp',
    'Căn cứ pháp lý: Điều 60 Nghị định 43/2014/NĐ-CP.',
    'Xin ông/bà nộp hồ sơ tại Bộ phận Một cửa huyện Vị Xuyên.',
    'khiếu nại tới: Ủy ban nhân dân thành phố Hà Giang',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('who cannot grant what was asked for sends a notice', async () => {
  const { text } = await printed('refusal', refusal(refusalToSettleSample));
  for (const said of [
    'THÔNG BÁO Về việc từ chối giải quyết hồ sơ',
    'không giải quyết được yêu cầu này',
    'KT. TRƯỞNG PHÒNG PHÓ TRƯỞNG PHÒNG',
    'Phàn Mí Lềnh',
  ]) {
    assert.ok(text.includes(said), said);
  }
});
