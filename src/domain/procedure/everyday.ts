import { fitsWithMarks, fold, type Searchable, searchable } from '#domain/text/fold.ts';

/**
 * What people say → what procedures are called. Everyday Vietnamese, gathered by us and not from a list of any agency;
 * where several fit, the longest counts. Words behind the arrow are those that stand in names.
 */
const everyday: readonly (readonly [said: string, called: string])[] = [
  // Land and houses
  ['sổ đỏ', 'giấy chứng nhận quyền sử dụng đất'],
  ['sổ hồng', 'giấy chứng nhận quyền sử dụng đất'],
  ['bìa đỏ', 'giấy chứng nhận quyền sử dụng đất'],
  ['bìa hồng', 'giấy chứng nhận quyền sử dụng đất'],
  ['sổ đất', 'giấy chứng nhận quyền sử dụng đất'],
  ['đổi sổ đỏ', 'cấp đổi giấy chứng nhận quyền sử dụng đất'],
  ['đổi bìa đỏ', 'cấp đổi giấy chứng nhận quyền sử dụng đất'],
  ['mất sổ đỏ', 'cấp lại giấy chứng nhận do bị mất'],
  ['mất bìa đỏ', 'cấp lại giấy chứng nhận do bị mất'],
  ['sai sổ đỏ', 'đính chính giấy chứng nhận đã cấp'],
  ['sang tên sổ đỏ', 'đăng ký biến động quyền sử dụng đất'],
  ['sang tên bìa đỏ', 'đăng ký biến động quyền sử dụng đất'],
  ['sang tên đất', 'đăng ký biến động quyền sử dụng đất'],
  ['sang tên', 'đăng ký biến động'],
  ['mua bán đất', 'đăng ký biến động quyền sử dụng đất chuyển nhượng'],
  ['mua đất', 'đăng ký biến động quyền sử dụng đất chuyển nhượng'],
  ['bán đất', 'đăng ký biến động quyền sử dụng đất chuyển nhượng'],
  ['cắm sổ đỏ', 'đăng ký thế chấp quyền sử dụng đất'],
  ['thế chấp sổ đỏ', 'đăng ký thế chấp quyền sử dụng đất'],
  ['giải chấp', 'xóa đăng ký thế chấp'],
  ['tách sổ', 'tách thửa'],
  ['tách sổ đỏ', 'tách thửa'],
  ['tách đất', 'tách thửa'],
  ['chia đất', 'tách thửa'],
  ['thổ cư', 'chuyển mục đích sử dụng đất'],
  ['đất thổ cư', 'chuyển mục đích sử dụng đất'],
  ['lên thổ cư', 'chuyển mục đích sử dụng đất'],
  ['tranh chấp đất', 'tranh chấp đất đai'],
  ['xây nhà', 'giấy phép xây dựng nhà ở'],
  ['làm nhà', 'giấy phép xây dựng nhà ở'],
  ['cất nhà', 'giấy phép xây dựng nhà ở'],
  ['giấy phép xây nhà', 'giấy phép xây dựng nhà ở'],
  ['sửa nhà', 'sửa chữa cải tạo nhà ở'],
  ['chặt cây', 'chặt hạ dịch chuyển cây xanh'],
  ['đào giếng', 'khai thác nước dưới đất'],
  ['khoan giếng', 'khai thác nước dưới đất'],
  ['đào đường', 'thi công công trình trên đường bộ'],
  ['thuế trước bạ', 'lệ phí trước bạ'],
  ['thuế bán đất', 'thuế thu nhập cá nhân chuyển nhượng bất động sản'],

  // Birth, marriage, death, names
  ['giấy khai sinh', 'khai sinh'],
  ['mất giấy khai sinh', 'bản sao trích lục hộ tịch'],
  ['bản sao giấy khai sinh', 'bản sao trích lục hộ tịch'],
  ['bản sao khai sinh', 'bản sao trích lục hộ tịch'],
  ['sửa giấy khai sinh', 'cải chính bổ sung hộ tịch'],
  ['sai giấy khai sinh', 'cải chính bổ sung hộ tịch'],
  ['sai tên trên giấy khai sinh', 'cải chính bổ sung hộ tịch'],
  ['sai ngày sinh', 'cải chính bổ sung hộ tịch'],
  ['sai tên', 'cải chính bổ sung hộ tịch'],
  ['sửa tên', 'cải chính bổ sung hộ tịch'],
  ['đổi họ tên', 'thay đổi cải chính hộ tịch'],
  ['đổi dân tộc', 'xác định lại dân tộc'],
  ['cưới', 'kết hôn'],
  ['lấy vợ', 'kết hôn'],
  ['lấy chồng', 'kết hôn'],
  ['ly dị', 'ly hôn'],
  ['giấy chứng tử', 'khai tử'],
  ['báo tử', 'khai tử'],
  ['người chết', 'khai tử'],
  ['nhận con', 'nhận cha mẹ con'],
  ['nhận cha', 'nhận cha mẹ con'],

  // Certified copies
  ['công chứng', 'chứng thực'],
  ['sao y', 'chứng thực bản sao từ bản chính'],
  ['sao y bản chính', 'chứng thực bản sao từ bản chính'],
  ['photo công chứng', 'chứng thực bản sao từ bản chính'],
  ['mất bằng', 'bản sao văn bằng chứng chỉ'],
  ['sai bằng', 'chỉnh sửa nội dung văn bằng'],

  // Trade
  ['giấy phép kinh doanh', 'đăng ký hộ kinh doanh'],
  ['đăng ký kinh doanh', 'đăng ký hộ kinh doanh'],
  ['mở cửa hàng', 'thành lập hộ kinh doanh'],
  ['mở quán', 'thành lập hộ kinh doanh'],
  ['mở tiệm', 'thành lập hộ kinh doanh'],
  ['mở hàng tạp hóa', 'thành lập hộ kinh doanh'],
  ['mở tạp hóa', 'thành lập hộ kinh doanh'],
  ['bán tạp hóa', 'thành lập hộ kinh doanh'],
  ['mở hàng', 'thành lập hộ kinh doanh'],
  ['bán hàng', 'thành lập hộ kinh doanh'],
  ['nghỉ bán', 'chấm dứt hoạt động hộ kinh doanh'],
  ['nghỉ kinh doanh', 'chấm dứt hoạt động hộ kinh doanh'],
  ['đóng cửa hàng', 'chấm dứt hoạt động hộ kinh doanh'],
  ['quán ăn', 'dịch vụ ăn uống'],
  ['quán cơm', 'dịch vụ ăn uống'],
  ['quán phở', 'dịch vụ ăn uống'],
  ['nhà hàng', 'dịch vụ ăn uống'],
  ['vệ sinh thực phẩm', 'an toàn thực phẩm'],
  ['bán rượu', 'bán lẻ rượu'],
  ['nấu rượu', 'sản xuất rượu'],
  ['bán thuốc lá', 'bán lẻ sản phẩm thuốc lá'],
  ['bán ga', 'bán lẻ LPG chai'],
  ['bán gas', 'bán lẻ LPG chai'],
  ['quán net', 'trò chơi điện tử'],
  ['tiệm net', 'trò chơi điện tử'],
  ['quán game', 'trò chơi điện tử'],
  ['quán hát', 'kinh doanh karaoke'],
  ['quán karaoke', 'kinh doanh karaoke'],

  // Help, schools, complaints
  ['người già', 'người cao tuổi'],
  ['tàn tật', 'khuyết tật'],
  ['mẹ đơn thân', 'người đơn thân'],
  ['trợ cấp hộ nghèo', 'trợ cấp xã hội'],
  ['tiền tuất', 'trợ cấp tuất'],
  ['tiền mai táng', 'mai táng'],
  ['học thêm', 'dạy thêm học thêm'],
  ['thưa kiện', 'khiếu nại'],
  ['thi công chức', 'tuyển viên chức'],
];

/** Words that ask and name nothing: left out where others remain. */
const fillers = [
  'thủ tục',
  'hồ sơ',
  'giấy tờ',
  'cách',
  'làm',
  'xin',
  'muốn',
  'cần',
  'tôi',
  'em',
  'ở đâu',
  'như thế nào',
  'thế nào',
  'cho con',
  'cho',
  'bị',
  'được',
];

type Saying = { readonly words: Searchable['words']; readonly called: string };

/** By their first word, the longest first. */
const sayings: ReadonlyMap<string, readonly Saying[]> = Map.groupBy(
  [...everyday, ...fillers.map((filler) => [filler, ''] as const)]
    .map(([said, called]): Saying => ({ words: searchable(said).words, called }))
    .toSorted((one, other) => other.words.length - one.words.length),
  ({ words }) => words[0]?.plain ?? '',
);

/**
 * What is searched for what was typed: that itself, and the same in the words that procedures are called by, where those are others.
 * A word that is typed with its marks is only what it says: *sơ đồ* is no *sổ đỏ*; without marks it may be either.
 *
 * @returns one or two texts
 * @example `làm sổ đỏ` is also searched as `giấy chứng nhận quyền sử dụng đất`
 */
export function meantBy(query: string): readonly string[] {
  const { words } = searchable(query);
  const meant: string[] = [];
  for (let at = 0; at < words.length; ) {
    const saying = sayings.get(words[at]?.plain ?? '')?.find((one) => stands(one, words, at));
    meant.push(saying ? saying.called : query.slice(words[at]?.start, words[at]?.end));
    at += saying ? saying.words.length : 1;
  }
  const other = meant.filter((part) => part !== '').join(' ');
  return other === '' || fold(other) === fold(query) ? [query] : [query, other];
}

function stands({ words: said }: Saying, words: Searchable['words'], at: number): boolean {
  return said.every((word, i) => {
    const typed = words[at + i];
    return typed !== undefined && fitsWithMarks(typed, word);
  });
}
