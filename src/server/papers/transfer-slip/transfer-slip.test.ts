import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { transferSlip } from './content.ts';
import { transferSlipSample } from './sample.ts';

test('a transfer slip shows for each step who handed to whom, what was planned and what became of it', async () => {
  const { pages, text } = await printed('transfer-slip', transferSlip(transferSlipSample));
  assert.equal(pages.length, 1);
  for (const said of [
    'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    'Mã Thị Duyên Phòng Tài chính - Kế hoạch Lù Văn Chẩn 10:20 ngày 02/5/2018 1 ngày 4 giờ 17:30 ngày 03/5/2018 16:05 ngày 03/5/2018 Trước hạn',
    '13:50 ngày 04/5/2018 Quá hạn Trưởng phòng họp tại tỉnh',
    'Đang giải quyết',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('a dossier of many steps has its heading on every page', async () => {
  const transfers = Array.from({ length: 5 }, () => transferSlipSample.transfers).flat();
  const { pages } = await printed('transfer-slip', transferSlip({ ...transferSlipSample, transfers }));
  assert.ok(pages.length > 1);
  for (const page of pages) assert.ok(page.includes('Bên giao Bên nhận'));
});
