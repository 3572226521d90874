import { createTheme, Drawer, Modal, Tooltip } from '@mantine/core';

/**
 * Mantine for behaviour, not for looks: colours and sizes are the static variables of `theme.css`, so that no
 * `<style>` element is ever made and the content security policy needs no exception.
 */
export const theme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The body never scrolls here; the lock would only inject a style element.
    ModalRoot: Modal.Root.extend({ defaultProps: { lockScroll: false, radius: 'md' } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 500,
        withArrow: false,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: false },
      },
    }),
  },
});
