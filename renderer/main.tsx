document.title = 'Hello – Practice log';
void window.practiceLog.ask('store.status', {}).then((a) => {
  document.getElementById('root')!.textContent = JSON.stringify(a);
});
