// Replaces bevy_egui's fragment shader. egui means its colours to be blended as they are stored (gamma space), Bevy blends
// light (linear space). Converting colours already multiplied by their coverage makes the rims of light areas dark and
// text thin. Here the colour is converted without its coverage, and the coverage is bent so that the result comes close
// to what blending in gamma space gives: dark ink covers more, light ink less.

struct Transform {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct VertexInput {
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) color: vec4<f32>,
}

struct VertexOutput {
    @builtin(position) position: vec4<f32>,
    @location(0) color: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> transform: Transform;

#ifdef BINDLESS
@group(1) @binding(0) var image_texture: binding_array<texture_2d<f32>>;
@group(1) @binding(1) var image_sampler: binding_array<sampler>;
struct BindlessOffset {
    offset: u32,
};
var<immediate> offset: BindlessOffset;
#else
@group(1) @binding(0) var image_texture: texture_2d<f32>;
@group(1) @binding(1) var image_sampler: sampler;
#endif

// The curve of sRGB, and the power 2.2, with a square root instead of a power: off by less than a quarter of a level of 255
// and half a level. On a machine that draws by software a pixel of the desk costs half of what powers cost.
fn linear_from_gamma_rgb(srgb: vec3<f32>) -> vec3<f32> {
    let x = (srgb + vec3<f32>(0.055)) / vec3<f32>(1.055);
    let higher = x * x * (vec3<f32>(0.076223) + 1.067543 * sqrt(x) - 0.14536 * x);
    return select(higher, srgb / vec3<f32>(12.92), srgb < vec3<f32>(0.04045));
}

fn bend(coverage: f32) -> f32 {
    return coverage * coverage * (0.5557 + 0.4443 * sqrt(coverage));
}

@vertex
fn vs_main(in: VertexInput) -> VertexOutput {
    let position = in.position * transform.scale + transform.translation;
    return VertexOutput(vec4<f32>(position, 0.0, 1.0), in.color, in.uv);
}

@fragment
fn fs_main(in: VertexOutput) -> @location(0) vec4<f32> {
    #ifdef BINDLESS
    let image_texture = image_texture[offset.offset];
    let image_sampler = image_sampler[offset.offset];
    #endif

    // Nothing is drawn with a picture: the only texture is that of the fonts, white with coverage.
    let texel = textureSample(image_texture, image_sampler, in.uv).a;
    let coverage = clamp(texel * in.color.a, 0.0, 1.0);
    if coverage <= 0.0 {
        return vec4<f32>(linear_from_gamma_rgb(texel * in.color.rgb), 0.0);
    }
    let ink = min(in.color.rgb / in.color.a, vec3<f32>(1.0));
    let lightness = dot(ink, vec3<f32>(0.299, 0.587, 0.114));
    let bent = mix(1.0 - bend(1.0 - coverage), bend(coverage), lightness);
    return vec4<f32>(linear_from_gamma_rgb(ink) * bent, bent);
}
