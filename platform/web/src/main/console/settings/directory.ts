import { reactive } from 'vue'
import { http } from '@/api/http'
import type { Agent, Id, Listing, Team } from '@/api/types'
import { inLanguage } from '@/words'

/** The names behind ids: teams and members. */
const state = reactive<{ teams: Team[]; agents: Record<Id, Agent> }>({ teams: [], agents: {} })

export const directory = {
  get teams(): Team[] {
    return state.teams
  },
  get agents(): Agent[] {
    return Object.values(state.agents)
  },
  teamName(id: Id): string {
    const team = state.teams.find((known) => known.id === id)
    return team ? inLanguage(team.name) : ''
  },
  agentName(id: Id): string {
    return state.agents[id]?.name ?? ''
  },
}

/** Reads the names again; what cannot be read leaves them as they are. */
export async function loadDirectory() {
  const [teams, agents] = await Promise.allSettled([
    http.get<Listing<Team>>('/teams'),
    http.get<Listing<Agent>>('/agents'),
  ])
  if (teams.status === 'fulfilled') state.teams = teams.value.items
  if (agents.status === 'fulfilled')
    state.agents = Object.fromEntries(agents.value.items.map((agent) => [agent.id, agent]))
}
