import { type ThemeConfig, theme } from 'antd';

const read = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/**
 * Ant Design in our colours, read from tokens.css after `data-theme` has been set on the root element.
 * Two keys, not one per mount: light and dark then each have one set of variables.
 */
export function themeFor(dark: boolean): ThemeConfig {
  return {
    cssVar: { key: dark ? 'dark' : 'light' },
    hashed: false,
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: read('font'),
      fontFamilyCode: read('font'),
      fontSize: 14,
      borderRadius: 6,
      colorPrimary: read('primary-fill'),
      colorLink: read('primary'),
      colorSuccess: read('good'),
      colorWarning: read('warn'),
      colorError: read('late'),
      colorInfo: read('info'),
      colorTextBase: read('ink'),
      colorBgBase: read('surface'),
      colorBgContainer: read('surface'),
      colorBgElevated: read('surface'),
      colorBgLayout: read('paper'),
      colorBorder: read('line-strong'),
      colorBorderSecondary: read('line'),
      colorTextDescription: read('ink-soft'),
      colorTextPlaceholder: read('ink-faint'),
      controlHeight: 32,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      // Room for one line of fault under each field: nothing jumps when it comes.
      Form: { itemMarginBottom: 22, verticalLabelPadding: '0 0 4px' },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
