export { default } from 'element-plus'
export * from 'element-plus'
