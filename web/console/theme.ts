import {
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  InputWrapper,
  type MantineColorsTuple,
  Radio,
} from '@mantine/core';

/** The main colour: light scheme uses the seventh, dark the third. Every text pair of ours has at least 7:1. */
const main: MantineColorsTuple = [
  '#e6f0fb',
  '#c8dff6',
  '#b3d5fb',
  '#9cc9ff',
  '#7fb8f5',
  '#4f93dc',
  '#2468b4',
  '#0b4a8f',
  '#083a71',
  '#062b54',
];

/** How a button looks, by variant: `filled` is the page's main act, `danger` asks or ends something, `default` the rest. */
const looks = {
  filled: { bg: 'var(--link)', ink: 'var(--on)', edge: 'var(--link)' },
  danger: { bg: 'var(--error)', ink: 'var(--on)', edge: 'var(--error)' },
  default: { bg: 'var(--page)', ink: 'var(--link)', edge: 'var(--line)' },
};
const lookOf = (variant: unknown) => looks[variant === 'filled' || variant === 'danger' ? variant : 'default'];

const button = Button.extend({
  defaultProps: { variant: 'default' },
  vars: (_, { variant }) => {
    const { bg, ink, edge } = lookOf(variant);
    return {
      root: {
        '--button-bg': bg,
        '--button-hover': bg,
        '--button-color': ink,
        '--button-hover-color': ink,
        '--button-bd': `1px solid ${edge}`,
      },
    };
  },
});

export const theme = createTheme({
  primaryColor: 'main',
  colors: { main },
  primaryShade: { light: 7, dark: 3 },
  fontFamily: "'Atkinson Hyperlegible', Verdana, 'Noto Sans', 'Noto Nastaliq Urdu', sans-serif",
  fontSizes: { xs: '1rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '4px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  activeClassName: '',
  focusRing: 'never',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: button,
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    Radio: Radio.extend({ defaultProps: { size: 'md' } }),
    InputWrapper: InputWrapper.extend({ styles: { label: { fontWeight: 700 } } }),
  },
});

const mapped = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-error': 'var(--error)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-default': 'var(--page)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-main-filled': 'var(--link)',
};

/** Mantine's colours are our tokens, which `theme.css` sets for light and dark. */
export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: mapped, dark: mapped });
