export default function Home() {
  return <h1>Forkyard</h1>;
}
