/** The words of what is loaded later, in both languages. */

const zhCn = {
  PRODUCT: '商品',
  ORDER: '订单',
  page: '查看详情',
  close: '关闭图片',
  gone: '文件打不开',
  send: '发送给客服',
  cancel: '取消',
  again: '重试',
  remove: '删除',
  failed: '上传失败',
  unreachable: '网络中断',
  'file-type-refused': '不支持这种文件',
  'file-too-large': '文件太大',
  'too-large': '文件太大',
  'file-empty': '文件是空的',
  'image-unreadable': '图片已损坏',
  'image-too-large': '图片尺寸过大',
  'too-many-files': '发送的文件太多，请稍后再试',
  'no-conversation': '请先开始会话',
}

export type MoreWord = keyof typeof zhCn

const en: Record<MoreWord, string> = {
  PRODUCT: 'Product',
  ORDER: 'Order',
  page: 'Open page',
  close: 'Close picture',
  gone: 'cannot be opened',
  send: 'Send',
  cancel: 'Cancel',
  again: 'Try again',
  remove: 'Delete',
  failed: 'The upload failed',
  unreachable: 'Connection lost',
  'file-type-refused': 'Files of this kind are not taken',
  'file-too-large': 'The file is too large',
  'too-large': 'The file is too large',
  'file-empty': 'The file is empty',
  'image-unreadable': 'The picture is damaged',
  'image-too-large': 'The picture has too many pixels',
  'too-many-files': 'Too many files; please try again later',
  'no-conversation': 'Please begin a chat first',
}

export const moreWords = { 'zh-CN': zhCn, en }
