import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { type HouseholdBusinessCertificateFacts, householdBusinessCertificate, registeredBusiness } from './content.ts';
import { householdBusinessCertificateSample } from './sample.ts';

async function print(facts: Partial<HouseholdBusinessCertificateFacts> = {}) {
  return (
    await printed('household-business-certificate', householdBusinessCertificate({ ...householdBusinessCertificateSample, ...facts }))
  ).text;
}

test('the certificate names the business, its place, its lines, capital, owner and members', async () => {
  const text = await print();
  for (const said of [
    'GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH',
    'Số: 10A8001452',
    'Đăng ký lần đầu, ngày 04 tháng 5 năm 2018',
    '1. Tên hộ kinh doanh: THỔ CẨM TRÁNG MỶ',
    '- May trang phục',
    '105.000.000 đồng (bằng chữ: Một trăm linh năm triệu đồng)',
    'Đại diện hộ kinh doanh: TRÁNG THỊ MỶ',
    'Sinh ngày: 09/3/1985',
    'Thành viên hộ gia đình tham gia: - Sùng Mí Dình - Sùng Thị Chở',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('one person’s business lists no members, and what was not given leaves no gap in the numbers', async () => {
  const text = await print({ founders: 'individual', phone: '', capitalVnd: null });
  assert.ok(!text.includes('Thành viên'));
  assert.ok(text.includes('3. Ngành, nghề kinh doanh'));
  assert.ok(text.includes('4. Đại diện hộ kinh doanh'));
});

test('since 2025 it speaks of the owner and the head office', async () => {
  const text = await print({ ruleSet: '2025' });
  assert.ok(text.includes('Chủ hộ kinh doanh: TRÁNG THỊ MỶ'));
  assert.ok(text.includes('Địa chỉ trụ sở hộ kinh doanh: số 18'));
});

test('the business is taken from the answers', () => {
  const answers = { 'business-name': 'Quán Mận', 'capital-vnd': '50.000.000', 'founder-kind': 'group', members: 'Lý A\n\n Lý B ' };
  assert.deepEqual(registeredBusiness(answers), {
    name: 'Quán Mận',
    address: '',
    business: '',
    capitalVnd: 50_000_000,
    founders: 'group',
    members: 'Lý A\n\n Lý B ',
  });
  assert.equal(registeredBusiness({ 'capital-vnd': 'năm mươi triệu' }).capitalVnd, null);
});
