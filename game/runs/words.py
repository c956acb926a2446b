"""Neutral words, of which one names a run that is handed in: nothing in them is about anybody."""

from __future__ import annotations

from typing import Final

WORDS: Final = """
acorn alder amber anchor anvil apple arch aspen attic basil basin beacon beech bellows berry birch blanket bobbin
bonfire bramble brass breeze brick bridge brook broom bucket button cabin candle canvas carrot cedar chalk chestnut
chimney cinder cliff clover coal cobble comet compass copper coral cork cotton cove crate crayon cricket crocus
crystal cup cypress daisy dapple delta dew dome drum dune ember fern ferry fiddle field finch flagstone flint flute
fog forge fountain frost garnet gate ginger glacier glade gorse granite gravel grove hamper harbour harp hatch hazel
heather hedge hinge holly honey hoop icicle inlet island ivory ivy jar jasmine jetty juniper kettle kite ladder
lagoon lamp lantern larch lattice lavender ledge lemon lentil lichen lilac lime linen loft loom magnet maple marble
marigold marsh meadow melon mill mint mitten mortar moss mural nettle nutmeg oak oar oasis oats olive onyx orbit
orchard osier otter paddle pebble pepper petal pewter pier pine plaster plum pocket pollen pond poplar poppy porch
prism puddle pumice quarry quartz quill quilt radish raft ribbon ridge river rosemary rowan rudder saddle saffron
sage sail sandal satin saucer sequoia shale shell shore silver slate sorrel spindle spoon spruce spring star stencil
stone stove stream sumac sundial syrup tansy tassel teapot thistle thyme tile timber tinsel topaz trellis trowel
tulip tunnel turnip twig valley velvet violet walnut water wicker willow window wool yarrow zinc
"""
