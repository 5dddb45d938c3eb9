// Wakes what a page's WebAssembly adds once the page is whole and the browser has nothing better to do: the page works
// before and without this. A file of its own because the content security policy allows no inline script.
const wake = async () => {
  const bundle = await import('/assets/{glue}');
  await bundle.default({ module_or_path: '/assets/{wasm}' });
  bundle.hydrate();
  for (const element of document.querySelectorAll('leptos-island')) {
    // One island that fails must not take the others with it.
    try {
      await bundle[element.dataset.component](element);
    } catch (error) {
      console.error(error);
    }
  }
  document.documentElement.dataset.hydrated = '';
};
const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(wake, { timeout: 2000 }) : wake());
if (document.readyState === 'complete') whenIdle();
else addEventListener('load', whenIdle, { once: true });
