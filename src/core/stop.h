/*
 * stop.h - layout of the stop word table, shared with the data compiler
 *
 *     u32 slots (a power of two) | u32 longest word in bytes | u32 slot[slots] | pool
 *
 * slot: 0 when empty, else 1 + offset into the pool, where u8 length and the
 * folded word stand.  Collisions go to the next slot.
 */
#ifndef ARA_STOP_H
#define ARA_STOP_H

#define ARA_STOP_HEADER 8

#endif
