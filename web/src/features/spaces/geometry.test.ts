import { expect, test } from 'vitest'
import { codesOf, doorSide, entrance, fit, furniture, median, nickname, outerSides, seatOf, squeeze, windows, within } from './geometry'

test('a room opens to the middle of the floor, not through the outer wall', () => {
  expect(doorSide({ x: 0, y: 0, w: 4, h: 4 }, 30, 18)).toBe('bottom')
  expect(doorSide({ x: 26, y: 7, w: 4, h: 4 }, 30, 18)).toBe('left')
  expect(outerSides({ x: 0, y: 0, w: 4, h: 4 }, 30, 18)).toEqual(['top', 'left'])
})

test('the entrance is where no room takes the wall', () => {
  const rooms = [{ x: 0, y: 14, w: 12, h: 4 }, { x: 15, y: 14, w: 15, h: 4 }]
  expect(entrance(rooms, 30, 18)).toEqual({ side: 'bottom', at: 13.5 })
  expect(entrance([{ x: 0, y: 0, w: 30, h: 18 }], 30, 18)).toBeNull()
})

test('rooms at the outer wall have windows there', () => {
  expect(windows([{ x: 0, y: 0, w: 4, h: 4 }], 30, 18)).toHaveLength(2)
  expect(windows([{ x: 10, y: 8, w: 4, h: 4 }], 30, 18)).toHaveLength(0)
})

test('a wide floor is shortened where nobody is given a place', () => {
  const hall = { id: 'hall', x: 0, y: 0, w: 60, h: 6 }
  const desk = { id: 'desk', x: 29.3, y: 8, w: 1.4, h: 0.7 }
  const { boxes, width } = squeeze([hall, desk], box => box.id === 'desk', 60, 31.5)
  expect(width).toBeCloseTo(31.5)
  expect(boxes[0]!.w).toBeCloseTo(31.5)
  expect(boxes[1]!.w).toBeCloseTo(1.4)
  expect(boxes[1]!.x).toBeCloseTo(15.05)
  expect(squeeze([hall, desk], box => box.id === 'desk', 60, 70).width).toBe(60)
  expect(squeeze([hall], () => false, 60, 30).width).toBe(60)
})

test('a workplace takes the place of its chair along, as far as it is free', () => {
  const pair = [{ x: 0, y: 2, w: 1.4, h: 0.7 }, { x: 0, y: 2.7, w: 1.4, h: 0.7 }]
  expect(seatOf(pair[0]!, pair)).toEqual({ x: 0, y: 1.5, w: 1.4, h: 1.2, up: true })
  expect(seatOf(pair[1]!, pair)).toMatchObject({ y: 2.7, up: false })
  expect(seatOf({ x: 0, y: 0.2, w: 1.4, h: 0.7 }, [{ x: 0, y: 1.1, w: 1.4, h: 0.7 }])).toMatchObject({ y: 0, up: true })
  expect([median([3, 1, 2]), median([])]).toEqual([2, null])
})

test('no furniture stands outside of its room', () => {
  for (const kind of ['meeting_room', 'classroom', 'hall', 'storage', 'case_room', 'studio', 'exhibition'] as const) {
    const { rects, dots } = furniture(kind, 6, 5)
    expect(rects.length + dots.length).toBeGreaterThan(0)
    for (const r of rects) expect([r.x >= 0, r.y >= 0, r.x + r.w <= 6, r.y + r.h <= 5]).toEqual([true, true, true, true])
    for (const d of dots) expect(d.x > 0 && d.x < 6 && d.y > 0 && d.y < 5).toBe(true)
  }
})

test('a hall shows as many chairs as it seats, as far as they fit', () => {
  expect(furniture('hall', 14, 10, 80).dots).toHaveLength(80)
  expect(furniture('hall', 14, 10, 3).dots).toHaveLength(3)
  expect(furniture('roadshow', 6, 5, 500).dots.length).toBeLessThan(40)
  for (const d of furniture('hall', 14, 10, 37).dots) expect(d.x > 0 && d.x < 14 && d.y > 0 && d.y < 10).toBe(true)
})

test('names are cut to their room', () => {
  expect(fit('萨日朗', 40, 12)).toBe('萨日朗')
  expect(fit('萨日朗青少年社工中心', 48, 12)).toBe('萨日朗…')
  expect(nickname('海拉尔区萨日朗中心', '海拉尔')).toBe('萨日朗中心')
  expect(nickname('海拉尔区', '海拉尔')).toBe('海拉尔区')
  expect(nickname('满洲里市矿区虚拟社区物业协商协会', '市示范园')).toBe('物业协商协会')
  expect(nickname('莫力达瓦达斡尔族自治旗尼尔基镇西兴社区社区曲棍球队', '莫旗')).toBe('西兴社区社区曲棍球队')
  expect(nickname('草原书屋筹备组', '海拉尔')).toBe('草原书屋筹备组')
})

test('what is moved stays on the floor and on the grid', () => {
  expect(within({ x: -1, y: 17.96, w: 1.44, h: 0.7 }, 30, 18)).toEqual({ x: 0, y: 17.3, w: 1.4, h: 0.7 })
})

test('a row of desks is numbered with as many digits as its last', () => {
  expect(codesOf('A-', 7, 5)).toEqual(['A-07', 'A-08', 'A-09', 'A-10', 'A-11'])
  expect(codesOf('A-', 98, 3)).toEqual(['A-098', 'A-099', 'A-100'])
})
